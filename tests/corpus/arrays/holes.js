// A hole isn't an element with the value undefined.
const print = vmImport(1);

const built = [1, , 3];
delete built[0];

function holes(a) {
  let s = '';
  for (let i = 0; i < a.length; i++) s += i in a ? 'x' : '.';
  return s;
}

function run() {
  print(holes(built)); // expect: ..x
  const a = [1, 2, 3, 4];
  print(delete a[1]); // expect: true
  print(holes(a)); // expect: x.xx
  print(a.length); // expect: 4
  print(a[1] === undefined); // expect: true
  a[1] = undefined;
  print(holes(a)); // expect: xxxx
  delete a[3];
  print(holes(a) + a.length); // expect: xxx.4
  print(delete a[3] && delete a[99]); // expect: true
  a[6] = 'six';
  print(holes(a)); // expect: xxx...x
  built[1] = 'filled';
  print(holes(built)); // expect: .xx
}

vmExport(1, run);
