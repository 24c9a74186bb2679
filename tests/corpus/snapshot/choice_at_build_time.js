// A function chosen while building.
const print = vmImport(1);

const USE_1 = true;
const foo1 = () => 'one';
const foo2 = () => 'two';
const foo = USE_1 ? foo1 : foo2;
const bar = !USE_1 ? foo1 : foo2;

function run() {
  print(foo()); // expect: one
  print(bar()); // expect: two
}

vmExport(1, run);
