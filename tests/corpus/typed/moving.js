// What natives are given moves while a compact array gets room for properties; keys that look like numbers.
const print = vmImport(1);

vmExport(1, () => {
  const a = new Uint8Array(4);
  Object.setPrototypeOf(a, {
    m() {
      return this.length;
    },
  });
  print(typeof a.m); // expect: function
});

vmExport(2, () => {
  const bytes = new Uint8Array(2);
  const value = { a: 1 };
  Object.defineProperty(bytes, 'x', { value, writable: true });
  print(bytes.x === value); // expect: true
  Object.defineProperty(bytes, 'y', {
    get() {
      return this[0];
    },
    configurable: true,
  });
  print(bytes.y); // expect: 0
  const numbers = new Int8Array(1);
  for (const key of ['-0.0', '-00', '-0e1', '-x', 'Name', '1st']) numbers[key] = key;
  print(Object.keys(numbers).join()); // expect: 0,-0.0,-00,-0e1,-x,Name,1st
  numbers['-0'] = 7;
  numbers.NaN = 7;
  numbers.Infinity = 7;
  print(Object.keys(numbers).length); // expect: 7
  const o = { Name: 1, Infinity: 2 };
  print(delete o.Name && delete o['Infinity']); // expect: true
});
// call: 1
// call: 2
