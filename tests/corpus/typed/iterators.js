// Iterators ask for the bytes at each step, and not for `length`.
// node: skip — node 20 has no transfer
const print = vmImport(1);
const nameOf = (f) => {
  try {
    return f();
  } catch (e) {
    return e.name;
  }
};

vmExport(1, () => {
  for (const make of [Int8Array, Uint8Array, Float32Array]) {
    const array = new make([1, 2, 3]);
    Object.defineProperty(array, 'length', { value: 1 });
    print([[...array].join(''), new make(array).join(''), make.from(array).join(''), [...array.keys()].join('')].join());
  }
  // expect: 123,123,123,012
  // expect: 123,123,123,012
  // expect: 123,123,123,012
  const detached = new Int8Array(2);
  const iterators = [detached.values(), detached.keys(), detached.entries(), Array.prototype.values.call(detached)];
  const ended = new Int8Array(detached.buffer).values();
  print([ended.next().done, ended.next().done, ended.next().done].join()); // expect: false,false,true
  detached.buffer.transfer();
  print(iterators.map((it) => nameOf(() => it.next().done)).join()); // expect: TypeError,TypeError,TypeError,TypeError
  print(ended.next().done); // expect: true
  print(nameOf(() => Array.prototype.values.call(detached).next().done)); // expect: TypeError
  const buffer = new ArrayBuffer(4, { maxByteLength: 8 });
  const fixed = new Uint8Array(buffer, 2, 2).values();
  const tracking = new Uint8Array(buffer).entries();
  print([fixed.next().done, tracking.next().done].join()); // expect: false,false
  buffer.resize(1);
  print([nameOf(() => fixed.next()), tracking.next().done].join()); // expect: TypeError,true
  buffer.resize(8);
  print([fixed.next().done, tracking.next().done].join()); // expect: false,true
  let seen = '';
  const growing = new Uint8Array(new ArrayBuffer(1, { maxByteLength: 8 }));
  for (const x of growing) {
    seen += x;
    if (seen.length < 3) growing.buffer.resize(seen.length + 1);
  }
  print(seen); // expect: 000
  const [first, ...others] = new Int8Array([1, 2, 3]);
  print([first, others.join('')].join()); // expect: 1,23
  print([...Array.prototype.values.call({ length: 2, 0: 'a', 1: 'b' })].join()); // expect: a,b
});
