// Return with a value, without, from the middle of loops and blocks, and not at all.
const print = vmImport(1);

function nothing() {}

function bare() {
  return;
}

function newline() {
  return
  1;
}

function early(n) {
  for (let i = 0; ; i++) {
    while (true) {
      if (i * i >= n) {
        return i;
      }
      break;
    }
  }
}

function both(x) {
  if (x) return 'then';
  else return 'else';
}

function fromSwitch(x) {
  switch (x) {
    case 1:
      return 'one';
    default:
      return 'other';
  }
}

function comma() {
  return 1, 2, 3;
}

function run() {
  print(nothing() === undefined); // expect: true
  print(bare() === undefined); // expect: true
  print(newline() === undefined); // expect: true
  print(early(17)); // expect: 5
  print(both(1)); // expect: then
  print(both('')); // expect: else
  print(fromSwitch(1)); // expect: one
  print(fromSwitch(2)); // expect: other
  print(comma()); // expect: 3
}

vmExport(1, run);
