// The library's globals are properties of globalThis, and may be replaced.
const print = vmImport(1);
const oldMax = Math.max;
globalThis.parseInt = (text) => 'mine:' + text;

vmExport(1, () => {
  print(globalThis.Math.max(1, 2)); // expect: 2
  print(globalThis.Math === Math && Math.max === oldMax); // expect: true
  print(parseInt('7')); // expect: mine:7
  print(typeof globalThis.Object.keys); // expect: function
  isFinite = 5;
  print(isFinite + globalThis.isFinite); // expect: 10
  globalThis.isNaN = 3;
  print(isNaN); // expect: 3
});
