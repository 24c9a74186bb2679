// Functions of the library and bound functions have names and lengths.
const print = vmImport(1);

function show(f) {
  return `${f.name} ${f.length}`;
}

const prototype = Object.getOwnPropertyDescriptor(Object.prototype, '__proto__');

function target(a, b, c) {}

vmExport(1, () => {
  print(show(Array.prototype.map)); // expect: map 1
  print(show(Array.prototype.concat)); // expect: concat 1
  print(show(Array.prototype.slice)); // expect: slice 2
  print(show(Array.prototype[Symbol.iterator])); // expect: values 0
  print(show(Math.max)); // expect: max 2
  print(show(Object.assign)); // expect: assign 2
  print(show(Object)); // expect: Object 1
  print(show(Array)); // expect: Array 1
  print(show(TypeError)); // expect: TypeError 1
  print(show(String.fromCharCode)); // expect: fromCharCode 1
  print(show(String.prototype[Symbol.iterator])); // expect: [Symbol.iterator] 0
  print(show(Symbol.prototype[Symbol.toPrimitive])); // expect: [Symbol.toPrimitive] 1
  print(show(JSON.stringify)); // expect: stringify 3
  print(show(parseInt)); // expect: parseInt 2
  print(show(target.bind(null))); // expect: bound target 3
  print(show(target.bind(null, 1, 2, 3, 4))); // expect: bound target 0
  print(show(target.bind(null, 1).bind())); // expect: bound bound target 2
  print(show(Object.getPrototypeOf(show).call)); // expect: call 1
  print(show(prototype.get)); // expect: get __proto__ 0
  print(show(prototype.set)); // expect: set __proto__ 1
});
