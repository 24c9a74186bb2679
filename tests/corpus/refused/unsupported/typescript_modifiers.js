// Modifiers of TypeScript, each of which would be a name of its own at the end of a line.
// expect-error: TypeScript
// expect-error: typescript_modifiers.js:13:3
// expect-error: typescript_modifiers.js:14:3
// expect-error: typescript_modifiers.js:15:3
// expect-error: typescript_modifiers.js:16:3
// expect-error: typescript_modifiers.js:17:3
// expect-error: typescript_modifiers.js:18:3
// expect-error: typescript_modifiers.js:19:3
// expect-error: typescript_modifiers.js:21:16
// node: skip — it is no JavaScript
class A {
  public a = 1;
  private static b;
  static readonly c = 1;
  declare d;
  override e = 1;
  protected f() {}
  g?() {}
}
export default abstract class B {}
