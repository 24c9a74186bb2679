// Object.is: NaN and the two zeros.
const print = vmImport(1);

vmExport(1, () => {
  print(Object.is(NaN, NaN)); // expect: true
  print(Object.is(0, -0)); // expect: false
  print(Object.is(-0, -0)); // expect: true
  print(Object.is(1, 1)); // expect: true
  print(Object.is('a', 'a')); // expect: true
  print(Object.is({}, {})); // expect: false
  print(Object.is(null, undefined)); // expect: false
  print(Object.is()); // expect: true
});
