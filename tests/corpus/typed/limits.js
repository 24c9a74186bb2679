// Lengths, maxima and offsets that are too large to be had.
const print = vmImport(1);
const nameOf = (f) => {
  try {
    f();
    return 'none';
  } catch (e) {
    return e.name ?? e;
  }
};

vmExport(1, () => {
  const maxima = [Infinity, 2 ** 53, 2 ** 53 + 2, 7 * 2 ** 50, -1];
  print(maxima.map((maxByteLength) => nameOf(() => new ArrayBuffer(0, { maxByteLength }))).join());
  // expect: RangeError,RangeError,RangeError,RangeError,RangeError
  print([Infinity, 2 ** 53].map((length) => nameOf(() => new ArrayBuffer(length))).join()); // expect: RangeError,RangeError
  print([Infinity, 2 ** 53].map((length) => nameOf(() => new Int16Array(length))).join()); // expect: RangeError,RangeError
  const view = new DataView(new ArrayBuffer(4));
  const thrower = { valueOf() { throw 'value'; } };
  print([Infinity, 2 ** 53, 2 ** 53 + 2, 2 ** 53 - 1, 2 ** 31 - 1, 9].map((index) => nameOf(() => view.setInt8(index, thrower))).join());
  // expect: RangeError,RangeError,RangeError,value,value,value
  print([new ArrayBuffer(1, { maxByteLength: 1.9 }).maxByteLength, new ArrayBuffer(1, { maxByteLength: undefined }).resizable].join()); // expect: 1,false
});
