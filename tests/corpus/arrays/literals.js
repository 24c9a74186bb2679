// Array literals: elements, trailing commas, holes.
const print = vmImport(1);

function run() {
  const a = [1, 'two', [3], { n: 4 }, null, undefined, () => 7];
  print(a.length); // expect: 7
  print(a[0] + a[1] + a[2][0] + a[3].n); // expect: 1two34
  print(a[4] === null && a[5] === undefined); // expect: true
  print(a[6]()); // expect: 7
  print([].length); // expect: 0
  print([1, 2, ].length); // expect: 2
  print([1, , 3].length); // expect: 3
  print([, ].length); // expect: 1
  print([, , 1, , ].length); // expect: 4
  const h = [1, , 3];
  print(h[1] === undefined); // expect: true
  print(1 in h); // expect: false
  print(0 in h && 2 in h); // expect: true
  print([[1, 2], [3, [4, 5]]][1][1][0]); // expect: 4
  print([1, 2, 3][1]); // expect: 2
  const nested = [[], [[]], [[], []]];
  print(nested[2].length + nested[1][0].length); // expect: 2
}

vmExport(1, run);
