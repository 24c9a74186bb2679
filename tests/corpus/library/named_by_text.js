// What a script names by a text alone is found by a key that isn't known.
const print = vmImport(1);
const methods = ['slice', 'at'];

function describe(object, key) {
  const it = Object.getOwnPropertyDescriptor(object, key);
  if (it === undefined) return `${key} is missing`;
  return `${key} ${it.writable} ${it.enumerable} ${it.configurable} ${typeof it.get}`;
}

vmExport(1, () => {
  for (const name of methods) print(typeof Array.prototype[name]);
  // expect: function
  // expect: function
  print([1, 2, 3][methods[0]](1).join()); // expect: 2,3
  print(describe(Object.prototype, '__proto__')); // expect: __proto__ undefined false true function
  print(describe(Function.prototype, 'name')); // expect: name false false true undefined
  print(describe(String.prototype, 'padStart')); // expect: padStart true false true undefined
  print(describe(globalThis, 'Reflect')); // expect: Reflect true false true undefined
});
