// The arguments object of strict code (ECMAScript 10.4.4.6): unmapped, no array, with a length and an iterator of its
// own, and a `callee` that throws.
const print = vmImport(1);
function own() {
  return arguments;
}
const name = (body) => {
  try {
    return body();
  } catch (error) {
    return error.name;
  }
};
const show = (it) => `${it.value} ${it.writable} ${it.enumerable} ${it.configurable}`;
const built = own('built', 2);
vmExport(1, () => {
  const it = own(1, 'two', null);
  print(Array.isArray(it)); // expect: false
  print(Object.prototype.toString.call(it)); // expect: [object Arguments]
  print(String(it)); // expect: [object Arguments]
  print(Object.getPrototypeOf(it) === Object.prototype); // expect: true
  print(it.constructor === Object); // expect: true
  print(typeof it); // expect: object
  print(it.length); // expect: 3
  print(Object.keys(it).join()); // expect: 0,1,2
  print(Object.getOwnPropertyNames(it).join()); // expect: 0,1,2,length,callee
  print(Object.getOwnPropertySymbols(it)[0] === Symbol.iterator); // expect: true
  print(Reflect.ownKeys(it).length); // expect: 6
  print(show(Object.getOwnPropertyDescriptor(it, '1'))); // expect: two true true true
  print(show(Object.getOwnPropertyDescriptor(it, 'length'))); // expect: 3 true false true
  const iterator = Object.getOwnPropertyDescriptor(it, Symbol.iterator);
  print(iterator.value === [].values); // expect: true
  print(`${iterator.writable} ${iterator.enumerable} ${iterator.configurable}`); // expect: true false true
  const callee = Object.getOwnPropertyDescriptor(it, 'callee');
  print(callee.get === callee.set); // expect: true
  print(`${callee.enumerable} ${callee.configurable} ${'value' in callee}`); // expect: false false false
  const thrower = callee.get;
  print(Object.getOwnPropertyDescriptor(own(), 'callee').get === thrower); // expect: true
  print(`${Object.isFrozen(thrower)} ${thrower.length} [${thrower.name}]`); // expect: true 0 []
  print(show(Object.getOwnPropertyDescriptor(thrower, 'length'))); // expect: 0 false false false
  print(Object.getPrototypeOf(thrower) === Function.prototype); // expect: true
  print(name(() => it.callee)); // expect: TypeError
  print(name(() => (it.callee = 1))); // expect: TypeError
  print(name(() => delete it.callee)); // expect: TypeError
  print(delete it.length && it.length === undefined); // expect: true
  print('1' in it && delete it[1] && !('1' in it)); // expect: true
  print(Object.prototype.toString.call(Object.create(it))); // expect: [object Object]
  print(Object.prototype.toString.call({ callee: 1, length: 0 })); // expect: [object Object]
  print(`${built[0]} ${built.length} ${Object.prototype.toString.call(built)}`); // expect: built 2 [object Arguments]
  print(Object.isFrozen(Object.freeze(own(1)))); // expect: true
});
