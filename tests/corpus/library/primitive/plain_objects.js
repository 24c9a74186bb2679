// Objects, arrays and functions without methods of their own.
const print = vmImport(1);

vmExport(1, () => {
  print(`${{}}` + {}); // expect: [object Object][object Object]
  print([] + "."); // expect: .
  print([1, 2] + [3]); // expect: 1,23
  print(`${[1, [2, 3], null]}`); // expect: 1,2,3,
  print([5] * 2); // expect: 10
  print([1, 2] * 2 === [1, 2] * 2); // expect: false
  print([] == ''); // expect: true
  print([1] == 1); // expect: true
  print([1] == true); // expect: true
  print([] == 0); // expect: true
  print(null == {}); // expect: false
  print([2] > 1); // expect: true
  print(+[]); // expect: 0
  print(+[7]); // expect: 7
  print(isNaN({})); // expect: true
  print(Number([9])); // expect: 9
  print(parseInt([12, 5])); // expect: 12
  print([10, 9, [1, 5]].sort().join()); // expect: 1,5,10,9
  print(['a', ['b', 'c']].join('-')); // expect: a-b,c
  class Point {
    constructor(x) { this.x = x; }
    toString() { return `P${this.x}`; }
  }
  print('at ' + new Point(3)); // expect: at P3
  print([new Point(1), new Point(2)].join()); // expect: P1,P2
  print(new Point(2) > new Point(1)); // expect: true
});
