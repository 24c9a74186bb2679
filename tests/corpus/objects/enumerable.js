// Methods of classes, and what functions and the library have, aren't enumerable.
const print = vmImport(1);

class Base {
  field = 1;
  method() {}
  static method() {}
  static shared = 2;
}
class Child extends Base {
  other = 3;
  method() {}
}
const child = new Child();
const keys = (object) => Object.keys(object).join();

vmExport(1, () => {
  print(keys(child)); // expect: field,other
  print(keys(new Child())); // expect: field,other
  print(keys(Child.prototype)); // expect:
  print(keys(Base)); // expect: shared
  print(keys(function () {})); // expect:
  function Old() {}
  print(keys(Old.prototype)); // expect:
  print(keys({ b: 1, 1: 2, a: () => 3 })); // expect: 1,b,a
  print(keys(['x', 'y'])); // expect: 0,1
  print(`${Object.values(Base)} ${Object.entries(Base)}`); // expect: 2 shared,2
  print(keys({ ...Base })); // expect: shared
  print(keys({ ...Child.prototype })); // expect:
  print(keys(Object.assign({ first: 0 }, Base))); // expect: first,shared
  const { shared, ...left } = Base;
  print(`${shared} ${keys(left).length}`); // expect: 2 0
  print(JSON.stringify(Child.prototype)); // expect: {}
  print(JSON.stringify([child, new Base()])); // expect: [{"field":1,"other":3},{"field":1}]

  const isEnumerable = (object, key) => Object.prototype.propertyIsEnumerable.call(object, key);
  print(isEnumerable(child, 'field')); // expect: true
  print(isEnumerable(child, 'method')); // expect: false
  print(isEnumerable(Base.prototype, 'method')); // expect: false
  print(isEnumerable(Base.prototype, 'constructor')); // expect: false
  print(isEnumerable(Base, 'prototype')); // expect: false
  print(isEnumerable(Base, 'shared')); // expect: true
  print(isEnumerable([1], 0) && !isEnumerable([1], 'length')); // expect: true

  // What an assignment makes is enumerable; assigning to what was there changes nothing about it.
  child.method = 4;
  print(keys(child)); // expect: field,other,method
  delete child.method;
  Base.prototype.method = 5;
  print(keys(Base.prototype)); // expect:
  Base.prototype.added = 6;
  print(keys(Base.prototype)); // expect: added
});
