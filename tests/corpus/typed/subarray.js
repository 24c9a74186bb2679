// `subarray` whose arguments, or species, change the bytes.
// node: skip — node 20 has no transfer
const print = vmImport(1);
const nameOf = (f) => {
  try {
    return f().length;
  } catch (e) {
    return e.name;
  }
};
const make = () => new ArrayBuffer(8, { maxByteLength: 16 });

vmExport(1, () => {
  const during = (view, act) => nameOf(() => view.subarray({ valueOf() { act(view.buffer); return 0; } }));
  const shrink = (buffer) => buffer.resize(2);
  print([during(new Int8Array(make(), 0, 4), shrink), during(new Int8Array(make(), 4, 2), shrink)].join()); // expect: RangeError,RangeError
  print([during(new Int8Array(make()), shrink), during(new Int8Array(make(), 4), shrink)].join()); // expect: 2,RangeError
  print([during(new Int8Array(make()), (buffer) => buffer.resize(16)), during(new Int8Array(make(), 2, 3), (buffer) => buffer.resize(16))].join()); // expect: 16,3
  const detach = (buffer) => buffer.transfer();
  print([during(new Int8Array(make()), detach), during(new Uint8Array(4), detach), during(new Int16Array(4), detach)].join());
  // expect: TypeError,TypeError,TypeError
  const view = new Int8Array(make(), 0, 4);
  Object.defineProperty(view, 'constructor', { get() { shrink(view.buffer); return Int8Array; } });
  print(nameOf(() => view.subarray(1))); // expect: RangeError
  print([new Int8Array(4).subarray(4).length, new Int8Array(0).subarray().length, new Int8Array(make()).subarray(3, 1).byteOffset].join()); // expect: 0,0,3
});
