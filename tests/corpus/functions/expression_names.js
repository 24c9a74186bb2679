// The name of a function expression is bound inside it only, and can't be assigned.
const print = vmImport(1);

function run() {
  const f = function inner(n) {
    return n === 0 ? typeof inner : inner(n - 1);
  };
  print(f(3)); // expect: function
  print(typeof inner); // expect: undefined

  const g = function self() {
    try {
      self = 1;
    } catch (e) {
      return e.name;
    }
  };
  print(g()); // expect: TypeError

  // A parameter or variable of that name hides it.
  print((function h(h) { return h; })(5)); // expect: 5
  print((function h() { var h = 6; return h; })()); // expect: 6
  print(typeof (function h() { let h; return h; })()); // expect: undefined

  // It still refers to the function after the variable was changed.
  let k = function original(n) {
    return n ? original(0) : 'original';
  };
  const old = k;
  k = () => 'changed';
  print(old(1)); // expect: original
}

vmExport(1, run);
