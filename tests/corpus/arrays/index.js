// Reading and writing by index; what isn't an index reads as undefined.
const print = vmImport(1);

function run() {
  const a = ['a', 'b', 'c'];
  print(a[0] + a['1'] + a[1 + 1]); // expect: abc
  print(a[3] === undefined && a[-1] === undefined && a[0.5] === undefined); // expect: true
  print(a['01'] === undefined && a[''] === undefined && a[4294967295] === undefined); // expect: true
  print(a[NaN] === undefined && a['x'] === undefined && a[true] === undefined); // expect: true
  a[1] = 'B';
  a['2'] = 'C';
  print(a[1] + a[2] + a.length); // expect: BC3
  a[3] = 'd';
  print(a.length); // expect: 4
  a['4'] = 'e';
  print(a.length); // expect: 5
  a[0] += '!';
  print(a[0]); // expect: a!
  print(3 in a && '4' in a && !(5 in a) && 'length' in a); // expect: true
  let i = 0;
  a[i++] = i;
  print(a[0]); // expect: 1
  print(a[-0]); // expect: 1
  print(a['length']); // expect: 5
}

vmExport(1, run);
