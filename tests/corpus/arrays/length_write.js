// Setting the length cuts elements off for good, or adds holes.
const print = vmImport(1);

function run() {
  const a = [1, 2, 3, 4, 5];
  a.length = 3;
  print(a.length + ' ' + a[2] + ' ' + (a[3] === undefined)); // expect: 3 3 true
  a.length = 5;
  print(a.length + ' ' + (a[3] === undefined) + ' ' + (3 in a)); // expect: 5 true false
  a.push('x');
  print(a.length + a[5]); // expect: 6x
  a.length = 0;
  print(a.length + ' ' + (a[0] === undefined)); // expect: 0 true
  a.push('first');
  print(a[0] + a.length); // expect: first1
  print((a.length = 4)); // expect: 4
  a['length'] = 2;
  print(a.length); // expect: 2
  a.length++;
  a.length += 2;
  print(a.length); // expect: 5
  a.length = 1.0;
  print(a.length + a[0]); // expect: 1first
  while (a.length < 10) a.push(a.length);
  while (a.length > 5) a.length--;
  print(a.length + ' ' + a[4] + ' ' + (a[5] === undefined)); // expect: 5 4 true
}

vmExport(1, run);
