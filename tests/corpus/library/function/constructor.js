// The global Function: what functions are instances of.
const print = vmImport(1);

class A {}

vmExport(1, () => {
  const f = () => 1;
  print(f instanceof Function && A instanceof Function && print instanceof Function); // expect: true
  print(f.constructor === Function && Function.constructor === Function); // expect: true
  print(Object.getPrototypeOf(f) === Function.prototype); // expect: true
  print(Function.prototype.constructor === Function); // expect: true
  print({} instanceof Function); // expect: false
  print(Function instanceof Object && Function.prototype instanceof Object); // expect: true
  Function.prototype.twice = function () {
    return this() * 2;
  };
  print(f.twice()); // expect: 2
  delete Function.prototype.twice;
  print('twice' in f); // expect: false
});
