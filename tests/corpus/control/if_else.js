// Chains of if, the dangling else, and empty branches.
const print = vmImport(1);

function grade(n) {
  if (n >= 90) return 'a';
  else if (n >= 80) return 'b';
  else if (n >= 70) {
    return 'c';
  } else return 'd';
}

function dangling(a, b) {
  if (a) if (b) return 'both';
  else return 'only a';
  return 'not a';
}

function run() {
  print(grade(95) + grade(85) + grade(75) + grade(5)); // expect: abcd
  print(dangling(1, 1)); // expect: both
  print(dangling(1, 0)); // expect: only a
  print(dangling(0, 1)); // expect: not a
  let n = 0;
  if (n) ;
  else n = 1;
  if (n) {} else n = 2;
  if (n === 1 && !(n === 2) || n === 3) n = 4;
  print(n); // expect: 4
  if (!(n > 4 || n < 4)) print('exactly'); // expect: exactly
}

vmExport(1, run);
