// What Uint8Array says of its memory, which nothing else can refer to.
const print = vmImport(1);
const before = new Uint8Array([1, 2, 3]);

vmExport(1, () => {
  print(before.byteLength); // expect: 3
  print(new Uint8Array(10).byteLength + before.byteOffset); // expect: 10
  print(Object.prototype.toString.call(before)); // expect: [object Uint8Array]
  print(before[Symbol.toStringTag]); // expect: Uint8Array
  try {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(before), 'byteLength');
    print({ __proto__: before }.byteLength);
  } catch (error) {
    print(error instanceof TypeError); // expect: true
  }
});
