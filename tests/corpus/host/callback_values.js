// An import is a function like others: stored, passed, compared, called through objects.
const print = vmImport(1);
const o = { out: print, list: [print] };

function twice(f, x) {
  f(x);
  f(x);
}

function run() {
  twice(print, 'twice');
  // expect: twice
  // expect: twice
  o.out('by object'); // expect: by object
  o.list[0]('by array'); // expect: by array
  print('extra', 'arguments', 1); // expect: extra
  print(o.out === print); // expect: true
  print(typeof print); // expect: function
  print?.('optional'); // expect: optional
  const local = print;
  (() => local('closure'))(); // expect: closure
}

vmExport(1, run);
