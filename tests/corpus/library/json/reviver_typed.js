// Typed arrays and other special objects that a reviver puts in: elements are set, can't be deleted, and aren't added.
const print = vmImport(1);

const within = (it, results) => {
  const revive = function (key, value) {
    if (key === 'a') this.b = it;
    return key in results ? results[key] : value;
  };
  return JSON.parse('{"a":1,"b":2}', revive).b;
};

vmExport(1, () => {
  print(within(new Uint8Array(3), { 0: 258, 1: undefined, 2: '7' }).join()); // expect: 2,0,7
  print(within(new Int16Array(3), { 0: 258, 1: undefined, 2: '7' }).join()); // expect: 258,0,7
  print(within(Object.preventExtensions(new Uint8Array(2)), { 0: 9 }).join()); // expect: 9,0
  const shrinking = new Uint8Array(new ArrayBuffer(3, { maxByteLength: 3 }));
  const shrink = { valueOf: () => { shrinking.buffer.resize(1); return 5; } };
  print(within(shrinking, { 0: shrink, 1: 7, 2: undefined }).join()); // expect: 5
  let caught = 'nothing';
  try {
    within(new Uint8Array(2), { 0: Symbol() });
  } catch (e) {
    caught = e instanceof TypeError;
  }
  print(caught); // expect: true
  print(`${within(new String('ab'), { 0: 'c', 1: undefined })}`); // expect: ab
});
