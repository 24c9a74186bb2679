// String as a function.
const print = vmImport(1);

vmExport(1, () => {
  print(String(5)); // expect: 5
  print(String(null) + String(undefined) + String(true)); // expect: nullundefinedtrue
  print(String('x')); // expect: x
  print(String(-0) + String(1e21)); // expect: 01e+21
  print([1, 2].map(String).join('|')); // expect: 1|2
  print(''.constructor === String); // expect: true
});
