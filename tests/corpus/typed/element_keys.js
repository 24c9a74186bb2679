// What defining, setting and freezing mean for elements, and for keys that are numbers of none (ECMAScript 10.4.5).
const print = vmImport(1);

function thrown(action) {
  try {
    return action();
  } catch (error) {
    return error.constructor.name;
  }
}

function define(list, key, descriptor) {
  return Reflect.defineProperty(list, key, descriptor) && list[key];
}

function all(Type) {
  const two = () => new Type(2);
  const receiver = {};
  return [
    define(two(), 0, { value: 8, writable: true, enumerable: true, configurable: true }),
    define(two(), '1', { value: 8 }),
    define(two(), 0, {}),
    define(two(), 2, { value: 8 }),
    define(two(), '-0', { value: 8 }),
    define(two(), -1, { value: 8 }),
    define(two(), 1.5, { value: 8 }),
    define(two(), 'NaN', {}),
    define(two(), 0, { get() {} }),
    define(two(), 0, { value: 1, configurable: false }),
    define(two(), 0, { value: 1, enumerable: false }),
    define(two(), 0, { value: 1, writable: false }),
    thrown(() => Object.defineProperty(two(), 5, { value: 8 })),
    Reflect.set(two(), 5, 1),
    Reflect.set(two(), '-0', 1),
    Reflect.set(two(), 1, 1),
    Reflect.set(two(), 1, 7, receiver),
    receiver[1],
    Reflect.set(two(), 5, 7, receiver),
    receiver[5],
    Reflect.set({}, 0, 7, two()),
    Reflect.set({}, 5, 7, two()),
    Reflect.deleteProperty(two(), 0),
    Reflect.deleteProperty(two(), 5),
    Reflect.deleteProperty(two(), '-0'),
    Object.isFrozen(Object.freeze(new Type(0))),
    thrown(() => Object.freeze(two())),
    Object.hasOwn(two(), 'length'),
    Object.getOwnPropertyDescriptor(two(), 'length'),
    Object.hasOwn(two(), 1),
    two().hasOwnProperty('2'),
  ].join();
}
const before = all(Uint8Array);

vmExport(1, () => {
  const bytes = all(Uint8Array);
  print(bytes);
  // expect: 8,8,0,false,false,false,false,false,false,false,false,false,TypeError,true,true,true,true,7,true,,true,false,false,true,true,true,TypeError,false,,true,false
  print(before === bytes); // expect: true
  print(all(Int16Array) === bytes); // expect: true
  print(all(Float64Array) === bytes); // expect: true
});
