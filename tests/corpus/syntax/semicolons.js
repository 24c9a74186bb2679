// Where the language inserts semicolons.
const print = vmImport(1);

function run() {
  let a = 1
  let b = 2
  a
  ++b
  print(a + b) // expect: 4
  const f = () => 'f'
  const x = f
  ;[1, 2].length
  print(x()) // expect: f
  const s = 'a' +
    'b' +
    'c'
  print(s) // expect: abc
  do a++; while (a < 3) print(a) // expect: 3
  const o = { get: 1, m() { return 'm' } }
  print(o
    .m()) // expect: m
  if (a) print('one') // expect: one
  else print('never')
  for (let i = 0; i < 1; i++)
    print(i) // expect: 0
  const y = a
  - 1
  print(y); // expect: 2
  ;;;
  { print('block') } // expect: block
}

vmExport(1, run);
