// Arrays made while building grow, shrink and keep their holes.
const print = vmImport(1);

const a = [1, 2, 3];
const holes = [1, , 3];
const empty = [];
const nested = [[1], [2]];

function run() {
  a.push(4);
  a[0] = 'first';
  print(a[0] + a[3] + a.length); // expect: first44
  a.length = 2;
  a[3] = 'x';
  print(a.length + ' ' + (2 in a)); // expect: 4 false
  print(holes.length + ' ' + (1 in holes)); // expect: 3 false
  holes[1] = 'filled';
  print(holes[1] + (1 in holes)); // expect: filledtrue
  delete holes[0];
  print(0 in holes); // expect: false
  for (let i = 0; i < 30; i++) empty.push(i);
  print(empty.length + empty[29]); // expect: 59
  nested[0].push(nested[1]);
  nested[1].push('deep');
  print(nested[0][1][1]); // expect: deep
  nested[0] = null;
  print(nested[1][1]); // expect: deep
}

vmExport(1, run);
