// && and || give one of their operands and compute the right one only when needed.
const print = vmImport(1);

function run() {
  let log = '';
  const note = (x, tag) => {
    log += tag;
    return x;
  };
  print(note(0, 'a') || note('right', 'b')); // expect: right
  print(note('left', 'c') || note(1, 'd')); // expect: left
  print(note(0, 'e') && note(1, 'f')); // expect: 0
  print(note(1, 'g') && note('and', 'h')); // expect: and
  print(log); // expect: abcegh
  print(null || undefined || 0 || 'last'); // expect: last
  print(1 && 'x' && 2.5); // expect: 2.5
  print((null && 1) === null); // expect: true
  print((undefined || null) === null); // expect: true
  print(1 || 0 && 0); // expect: 1
  print((1 || 0) && 0); // expect: 0
  print(!0 && !'' && !null && !undefined && !NaN); // expect: true
  print(!!'x' === true && !{} === false); // expect: true
  const f = (a) => a && a.b && a.b.c || 'none';
  print(f()); // expect: none
  print(f({ b: { c: 'found' } })); // expect: found
  let n = 0;
  (false || n++, true && n++);
  print(n); // expect: 2
  if (!(n === 2 && (n > 5 || n < 3)) || n === 9) print('never');
  const chosen = n > 1 ? n > 2 ? 'a' : 'b' : 'c';
  print(chosen); // expect: b
}

vmExport(1, run);
