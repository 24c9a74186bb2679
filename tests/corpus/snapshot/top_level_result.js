// What the top level computed by a function is there when the calls begin.
function foo() {
  let x = 1;
  for (let i = 1; i <= 10; i++) x *= i;
  return x;
}
const x = foo();

vmExport(1, () => x); // expect: => 3628800
