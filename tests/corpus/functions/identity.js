// Each evaluation of a function expression is a function of its own.
const print = vmImport(1);

function make() {
  return () => 1;
}

function declared() {
  function inner() {}
  return inner;
}

function run() {
  print(make() === make()); // expect: false
  print(declared() === declared()); // expect: false
  const f = make();
  const g = f;
  print(f === g); // expect: true
  print(make === make); // expect: true
  const a = [];
  for (let i = 0; i < 2; i++) a.push(function () {});
  print(a[0] === a[1]); // expect: false
  const o = { f, g() {} };
  print(o.f === f); // expect: true
  print(o.g === o.g); // expect: true
  print(typeof f); // expect: function
}

vmExport(1, run);
