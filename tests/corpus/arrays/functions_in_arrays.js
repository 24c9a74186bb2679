// A function called as an element has the array as this.
const print = vmImport(1);

function run() {
  const a = [
    function () {
      return this.length;
    },
    (x) => x + 1,
    function (x) {
      return this[1](x) * 10;
    },
  ];
  print(a[0]()); // expect: 3
  print(a[1](1)); // expect: 2
  print(a[2](1)); // expect: 20
  const f = a[0];
  try {
    f();
  } catch (e) {
    print(e.name); // expect: TypeError
  }
  const table = { add: (x, y) => x + y, sub: (x, y) => x - y };
  const program = ['add', 'sub', 'add'];
  let x = 10;
  for (let i = 0; i < program.length; i++) x = table[program[i]](x, i + 1);
  print(x); // expect: 12
}

vmExport(1, run);
