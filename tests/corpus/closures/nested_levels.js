// Variables of several enclosing functions at once, some of which capture nothing themselves.
const print = vmImport(1);

function level1(a) {
  let x = a;
  return function level2(b) {
    return function level3(c) {
      let y = b + c;
      return function level4(d) {
        x++;
        y += d;
        return () => x + ':' + y + ':' + a + b + c + d;
      };
    };
  };
}

function run() {
  const l3 = level1(1)(2);
  const l4 = l3(3);
  const first = l4(4);
  print(first()); // expect: 2:9:1234
  const second = l4(5);
  print(second()); // expect: 3:14:1235
  print(first()); // expect: 3:14:1234
  const other = l3(30)(40);
  print(other()); // expect: 4:72:123040
  print(first()); // expect: 4:14:1234
}

vmExport(1, run);
