// Conversions before the snapshot, and after it of objects from before.
const print = vmImport(1);

const early = { toString() { return `early${this.n}`; }, n: 1 };
const text = `${early}` + [1, 2];
const list = [1, [2, 3]];

vmExport(1, () => {
  print(text); // expect: early11,2
  early.n = 2;
  print(`${early}`); // expect: early2
  print(list + ''); // expect: 1,2,3
  list[1][0] = 9;
  print('' + list); // expect: 1,9,3
});
