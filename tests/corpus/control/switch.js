// Fallthrough, default in any place, comparison by ===, and cases that are expressions.
const print = vmImport(1);

function f(x) {
  let s = '';
  switch (x) {
    case 1:
      s += '1';
    case 2:
      s += '2';
      break;
    default:
      s += 'd';
    case 3:
      s += '3';
    case '3':
      s += 's';
  }
  return s;
}

function types(x) {
  switch (x) {
    case undefined:
      return 'undefined';
    case null:
      return 'null';
    case NaN:
      return 'never';
    case true:
      return 'true';
    case 0:
      return 'zero';
    case '':
      return 'empty';
    case 0.5:
      return 'half';
  }
  return 'other';
}

function run() {
  print(f(1)); // expect: 12
  print(f(2)); // expect: 2
  print(f(3)); // expect: 3s
  print(f('3')); // expect: s
  print(f(4)); // expect: d3s
  print(types(undefined)); // expect: undefined
  print(types(null)); // expect: null
  print(types(NaN)); // expect: other
  print(types(true)); // expect: true
  print(types(1)); // expect: other
  print(types(-0)); // expect: zero
  print(types('' + '')); // expect: empty
  print(types(1 / 2)); // expect: half

  // Cases are computed in order, until one matches; default comes last wherever it stands.
  let log = '';
  const c = (x) => {
    log += x;
    return x;
  };
  switch (c(2)) {
    default:
      log += 'default';
    case c(1):
    case c(2):
      log += '!';
      break;
    case c(3):
  }
  print(log); // expect: 212!
  log = '';
  switch (c(9)) {
    case c(1):
      log += 'never';
    default:
      log += 'D';
    case c(2):
      log += 'E';
  }
  print(log); // expect: 912DE
  switch (1) {
  }
  switch (c(5)) {
    default:
  }
  print(log); // expect: 912DE5
}

vmExport(1, run);
