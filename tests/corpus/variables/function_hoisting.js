// Function declarations are hoisted with their bodies; in a block, to the start of the block only.
const print = vmImport(1);

function run() {
  print(f()); // expect: f
  function f() {
    return 'f';
  }
  {
    print(g()); // expect: block g
    function g() {
      return 'block g';
    }
  }
  print(typeof g); // expect: undefined

  print(twice()); // expect: second
  function twice() {
    return 'first';
  }
  function twice() {
    return 'second';
  }

  // The block's function hides the outer one.
  {
    print(f()); // expect: inner f
    function f() {
      return 'inner f';
    }
  }
  print(f()); // expect: f

  switch (1) {
    case 0:
      function inCase() {
        return 'in case';
      }
    case 1:
      print(inCase()); // expect: in case
  }
  print(top()); // expect: top
}

function top() {
  return 'top';
}

vmExport(1, run);
