// Missing arguments are undefined; extra ones are computed and dropped.
const print = vmImport(1);

function two(a, b) {
  return typeof a + ' ' + typeof b;
}

function none() {
  let local;
  return typeof local;
}

function run() {
  print(two()); // expect: undefined undefined
  print(two(1)); // expect: number undefined
  print(two(1, 'b')); // expect: number string
  print(two(1, 'b', true)); // expect: number string
  print(none(1, 2, 3)); // expect: undefined
  let count = 0;
  none(count++, count++, count++);
  print(count); // expect: 3
  print(two(undefined, null)); // expect: undefined object

  // A parameter is a variable.
  function assign(a, b) {
    b = a;
    a = 7;
    return a + b;
  }
  print(assign(1)); // expect: 8
}

vmExport(1, run);
