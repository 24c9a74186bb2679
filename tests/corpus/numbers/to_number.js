// The other primitives as numbers.
const print = vmImport(1);

function run() {
  print(+true); // expect: 1
  print(+false); // expect: 0
  print(+null); // expect: 0
  print(+undefined !== +undefined); // expect: true
  print(true + true); // expect: 2
  print(true + null); // expect: 1
  print(null + null); // expect: 0
  print(null - 1); // expect: -1
  print(true * 8192); // expect: 8192
  print(true / false === Infinity); // expect: true
  print(~null); // expect: -1
  print(true << 13); // expect: 8192
  print(-true); // expect: -1
  let b = false;
  b += 1;
  print(b); // expect: 1
  print(null ** null); // expect: 1
}

vmExport(1, run);
