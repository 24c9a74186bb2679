// == between primitives of all kinds, as a matrix.
const print = vmImport(1);

function run() {
  const values = [undefined, null, true, false, 0, 1, NaN, '', '0', '1', 'x', 'true', ' 1.0 '];
  for (let i = 0; i < values.length; i++) {
    let row = '';
    for (let j = 0; j < values.length; j++) {
      const equal = values[i] == values[j];
      if (equal === (values[i] != values[j])) row += '!';
      row += equal ? '1' : '.';
    }
    print(row);
  }
  // expect: 11...........
  // expect: 11...........
  // expect: ..1..1...1..1
  // expect: ...11..11....
  // expect: ...11..11....
  // expect: ..1..1...1..1
  // expect: .............
  // expect: ...11..1.....
  // expect: ...11...1....
  // expect: ..1..1...1...
  // expect: ..........1..
  // expect: ...........1.
  // expect: ..1..1......1

  // Objects are equal to themselves only, and never to undefined or null.
  const o = {}, f = () => 1;
  print(o == o && f == f); // expect: true
  print(o == {}); // expect: false
  print([] == []); // expect: false
  print(o == null || undefined == o || f == null); // expect: false
  print(o != null && null != []); // expect: true
  print('8192' == 8192 && 0.5 == '.5' && '0x10' == 16); // expect: true
}

vmExport(1, run);
