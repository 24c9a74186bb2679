// What the library's objects have isn't enumerable, and its constants can't be changed.
const print = vmImport(1);

function flags(object, key) {
  const it = Object.getOwnPropertyDescriptor(object, key);
  return `${it.writable ? 'w' : ''}${it.enumerable ? 'e' : ''}${it.configurable ? 'c' : ''}${it.get ? 'get' : ''}`;
}
const before = flags(Object.prototype, '__proto__');

vmExport(1, () => {
  for (const object of [Math, JSON, Reflect, Object, Array, Number, String, Symbol]) print(Object.keys(object).length);
  // expect: 0
  // expect: 0
  // expect: 0
  // expect: 0
  // expect: 0
  // expect: 0
  // expect: 0
  // expect: 0
  print(flags(Math, 'PI') + flags(Number, 'MAX_VALUE') + flags(Array, 'prototype')); // expect:
  print(flags(Math, 'floor') + flags(Object, 'keys') + flags(Array, 'isArray')); // expect: wcwcwc
  print(before + flags(Object.prototype, '__proto__')); // expect: cgetcget
  print(Object.prototype.toString.call(Math) + Object.prototype.toString.call(JSON)); // expect: [object Math][object JSON]
  try {
    Math.PI = 3;
  } catch (error) {
    print(error instanceof TypeError); // expect: true
  }
  print(Math.PI > 3.14); // expect: true
});
