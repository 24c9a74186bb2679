// A var belongs to its function, exists from its start as undefined, and keeps its value over a redeclaration.
const print = vmImport(1);

function run() {
  print(typeof a); // expect: undefined
  a = 1;
  print(a); // expect: 1
  if (a === 2) {
    var a = 3;
  }
  print(a); // expect: 1
  var a;
  print(a); // expect: 1

  for (var i = 0; i < 3; i++) {
    var last = i;
  }
  print(i); // expect: 3
  print(last); // expect: 2

  print(parameter(5)); // expect: 5
  print(parameter2(5)); // expect: 6
  print(sameName()); // expect: number
  {
    var inner = 'leaks';
  }
  print(inner); // expect: leaks
}

function parameter(p) {
  var p;
  return p;
}

function parameter2(p) {
  var p = 6;
  return p;
}

function sameName() {
  var f = 1;
  function f() {}
  return typeof f;
}

vmExport(1, run);
