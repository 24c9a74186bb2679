// Writing past the end makes the array longer, with holes between.
const print = vmImport(1);

function run() {
  const a = [];
  a[5] = 'five';
  print(a.length); // expect: 6
  print(4 in a); // expect: false
  print(a[4] === undefined); // expect: true
  print(5 in a); // expect: true
  a[2] = undefined;
  print(2 in a); // expect: true
  print(a.length); // expect: 6
  a[20] = 1;
  print(a.length); // expect: 21
  let present = 0;
  for (let i = 0; i < a.length; i++) if (i in a) present++;
  print(present); // expect: 3
  a.push('end');
  print(a[21] + a.length); // expect: end22
  const b = [];
  for (let i = 0; i < 40; i++) b[i] = i;
  print(b.length + b[39]); // expect: 79
  const c = [];
  for (let i = 9; i >= 0; i--) c[i] = i;
  print(c.length + '' + c[0] + c[9]); // expect: 1009
}

vmExport(1, run);
