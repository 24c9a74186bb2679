// Fields with a getter and a setter.
// expect-error: `accessor` fields
// node: skip — node 20 lacks it
class Counter {
  accessor count = 1;
}
