// delete removes own properties and gives true; in looks at own and inherited ones.
const print = vmImport(1);

function Made() {
  this.own = 1;
}
Made.prototype.inherited = 2;

function run() {
  const o = { a: 1, b: undefined, 3: 'three' };
  print('a' in o); // expect: true
  print('b' in o); // expect: true
  print('c' in o); // expect: false
  print(3 in o && '3' in o); // expect: true
  print(delete o.a); // expect: true
  print('a' in o); // expect: false
  print(o.a === undefined); // expect: true
  print(delete o.missing); // expect: true
  print(delete o['b'] && !('b' in o)); // expect: true
  print(delete o[3] && !(3 in o)); // expect: true
  const m = new Made();
  print('own' in m && 'inherited' in m); // expect: true
  print(delete m.inherited); // expect: true
  print(m.inherited); // expect: 2
  print(delete m.own); // expect: true
  print('own' in m); // expect: false
  const key = 'computed';
  o[key + 1] = 1;
  print(key + 1 in o); // expect: true
  print(delete o[key + 1]); // expect: true
  print(key + 1 in o); // expect: false
  print(delete 5 && delete (1 + 1)); // expect: true
  let computed = 0;
  delete (computed++, o).x;
  print(computed); // expect: 1
}

vmExport(1, run);
