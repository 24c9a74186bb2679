// push adds any number of elements and gives the new length.
const print = vmImport(1);

function run() {
  const a = [];
  print(a.push('a')); // expect: 1
  print(a.push('b', 'c')); // expect: 3
  print(a.push()); // expect: 3
  print(a[0] + a[1] + a[2]); // expect: abc
  print(a.push(undefined)); // expect: 4
  print(3 in a); // expect: true
  print(a.push(a)); // expect: 5
  print(a[4] === a); // expect: true
  const b = [1, , ];
  b.push('after the hole');
  print(b.length + b[2]); // expect: 3after the hole
  print(a.push === b.push); // expect: true
  const nested = [[]];
  nested[0].push([]);
  nested[0][0].push('deep');
  print(nested[0][0][0]); // expect: deep
  let order = '';
  const note = (x) => {
    order += x;
    return x;
  };
  [].push(note(1), note(2), note(3));
  print(order); // expect: 123
}

vmExport(1, run);
