// What import 1 prints for each kind of primitive.
const print = vmImport(1);

function run() {
  print('text'); // expect: text
  print(''); // expect:
  print('with "quotes" and \\'); // expect: with "quotes" and \
  print('é€😀'); // expect: é€😀
  print(0); // expect: 0
  print(-0); // expect: 0
  print(-17); // expect: -17
  print(8192); // expect: 8192
  print(0.1); // expect: 0.1
  print(1e21); // expect: 1e+21
  print(NaN); // expect: null
  print(Infinity); // expect: null
  print(null); // expect: null
  print(true); // expect: true
  print(false); // expect: false
}

vmExport(1, run);
