// Making bytes: of a length, of an array, of other bytes; and what is refused.
const print = vmImport(1);
const show = (bytes) => print(bytes instanceof Uint8Array ? bytes.length + ': ' + bytes.join(' ') : 'no bytes');
const nameOf = (f) => {
  try {
    f();
    return 'none';
  } catch (e) {
    return e.name;
  }
};

vmExport(1, () => {
  show(new Uint8Array([1, 300, -1, '4'])); // expect: 4: 1 44 255 4
  const bytes = new Uint8Array(new Uint8Array([5, 6]));
  show(bytes); // expect: 2: 5 6
  show(new Uint8Array('2')); // expect: 2: 0 0
  show(new Uint8Array({ length: 2, 0: 7, 1: 8 })); // expect: 2: 7 8
  show(Uint8Array.of(1, 2, 3)); // expect: 3: 1 2 3
  show(Uint8Array.from([1, 2], (x) => x * 10)); // expect: 2: 10 20
  print(Uint8Array.BYTES_PER_ELEMENT + bytes.BYTES_PER_ELEMENT); // expect: 2
  print(bytes.constructor === Uint8Array); // expect: true
  print(nameOf(() => new Uint8Array(-1))); // expect: RangeError
  print(nameOf(() => Uint8Array(1))); // expect: TypeError
  print(nameOf(() => bytes.set([1, 2], 1))); // expect: RangeError
  print(nameOf(() => delete bytes[0])); // expect: TypeError
  print(nameOf(() => bytes.with(2, 0))); // expect: RangeError
});
