// What a script adds to globalThis is listed, in order.
const print = vmImport(1);
const before = Object.keys(globalThis);
globalThis.one = 1;
globalThis.two = 2;
const added = (key) => !before.includes(key);

vmExport(1, () => {
  globalThis.three = 3;
  print(Object.keys(globalThis).filter(added).join()); // expect: one,two,three
  print(globalThis.hasOwnProperty('two')); // expect: true
  print(globalThis.hasOwnProperty('toString')); // expect: false
  print('toString' in globalThis); // expect: true
  print(Object.getPrototypeOf(globalThis) === null); // expect: false
  let text = '';
  for (const key in globalThis) if (added(key)) text += key + globalThis[key];
  print(text); // expect: one1two2three3
});
