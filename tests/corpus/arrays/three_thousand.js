// Three thousand elements, by push and by index.
// heap: large — holds 3,000 elements, and needs room for twice that
const print = vmImport(1);

function run() {
  const a = [];
  for (let i = 0; i < 3000; i++) a.push(i);
  print(a.length); // expect: 3000
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i];
  print(sum); // expect: 4498500
  for (let i = 0; i < 3000; i += 3) a[i] = 'x';
  print(a[2997] + a[2998]); // expect: x2998
  a.length = 1000;
  a[2999] = 'end';
  print(a.length + ' ' + (a[1500] === undefined) + ' ' + a[999]); // expect: 3000 true x
}

vmExport(1, run);
