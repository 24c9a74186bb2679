// ++ and -- at the edges, prefix and postfix, on variables, properties and elements.
const print = vmImport(1);

function run() {
  let a = 8191;
  print(a++); // expect: 8191
  print(a); // expect: 8192
  print(--a); // expect: 8191
  a = -8192;
  print(--a); // expect: -8193
  print(++a); // expect: -8192
  let b = 2147483647;
  print(++b); // expect: 2147483648
  print(b--); // expect: 2147483648
  print(b); // expect: 2147483647
  b = -2147483648;
  print(b--); // expect: -2147483648
  print(b); // expect: -2147483649
  let c = 9007199254740991;
  print(++c); // expect: 9007199254740992
  print(++c); // expect: 9007199254740992
  print(--c); // expect: 9007199254740991
  let d = -0.5;
  print(++d); // expect: 0.5
  print(d++ + d); // expect: 2
  const o = { n: 8191, m: -8192 };
  o.n++;
  o.m--;
  print(o.n + o.m); // expect: -1
  const list = [2147483647];
  print(list[0]++ + ' ' + list[0]); // expect: 2147483647 2147483648
  let z = 0;
  print(1 / --z); // expect: -1
  print(1 / ++z); // expect: null
  print(1 / z > 0); // expect: true

  // The old value given by a postfix operator is a number even if the variable held none.
  let s = '41';
  print(typeof s++); // expect: number
  print(s); // expect: 42
  let u;
  u++;
  print(u !== u); // expect: true
  let t = true;
  print(t++ + t); // expect: 3
  let n = null;
  print(--n); // expect: -1
}

vmExport(1, run);
