// `arguments` and `caller` of functions are accessors of Function.prototype that throw (ECMAScript 10.2.4).
const print = vmImport(1);
const name = (body) => {
  try {
    return body();
  } catch (error) {
    return error.name;
  }
};
function plain() {}
class Made {
  method() {}
}
const own = (f) => ['arguments', 'caller'].some((key) => Object.hasOwn(f, key));
vmExport(1, () => {
  print([plain, Made, Made.prototype.method, () => 0, function* () {}].some(own)); // expect: false
  print(name(() => plain.arguments)); // expect: TypeError
  print(name(() => plain.caller)); // expect: TypeError
  print(name(() => (plain.caller = 1))); // expect: TypeError
  print(name(() => (() => 0).arguments)); // expect: TypeError
  print(name(() => Made.prototype.method.caller)); // expect: TypeError
  const of = (key) => Object.getOwnPropertyDescriptor(Function.prototype, key);
  print(of('arguments').get === of('caller').set); // expect: true
  print(`${of('caller').enumerable} ${of('caller').configurable}`); // expect: false true
  const callee = Object.getOwnPropertyDescriptor((function () { return arguments; })(), 'callee');
  print(callee.get === of('arguments').get); // expect: true
});
