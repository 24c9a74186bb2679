// Classes that extend others.
// expect-error: extends
class A {}
class B extends A {}
