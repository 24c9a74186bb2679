// Operators on objects that have valueOf and toString: which is asked, in which order.
const print = vmImport(1);

vmExport(1, () => {
  let log = '';
  const make = (name, value, text) => ({
    valueOf() { log += `${name}v `; return value; },
    toString() { log += `${name}s `; return text; },
  });
  const a = make('a', 6, 'A');
  const b = make('b', 4, 'B');
  print(a + b); // expect: 10
  print(a - b); // expect: 2
  print(a * b); // expect: 24
  print(a / b); // expect: 1.5
  print(a % b); // expect: 2
  print(a & b); // expect: 4
  print(a | b); // expect: 6
  print(a ^ b); // expect: 2
  print(a << b); // expect: 96
  print(a >> b); // expect: 0
  print(a >>> b); // expect: 0
  print(a ** b); // expect: 1296
  print(a < b); // expect: false
  print(a <= b); // expect: false
  print(a > b); // expect: true
  print(a >= b); // expect: true
  print(a == 6); // expect: true
  print(a != 6); // expect: false
  print(6 == a); // expect: true
  print(true == make('c', 1)); // expect: true
  print(a == b); // expect: false
  print(a == a); // expect: true
  print(-a); // expect: -6
  print(+a); // expect: 6
  print(~a); // expect: -7
  print(!a); // expect: false
  print(`${a}${b}`); // expect: AB
  print(a + 'x'); // expect: 6x
  print('x' + a); // expect: x6
  print(1 + a); // expect: 7
  print(log + "."); // expect: av bv av bv av bv av bv av bv av bv av bv av bv av bv av bv av bv av bv av bv av bv av bv av bv av av av cv av av av as bs av av av .
});
