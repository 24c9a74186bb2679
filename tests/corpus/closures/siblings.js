// Closures of one scope share its variables, whichever of them writes, and whenever they were made.
const print = vmImport(1);

function pair() {
  let value = 'none';
  let writes = 0;
  function write(v) {
    value = v;
    writes++;
  }
  function read() {
    return value + ' ' + writes;
  }
  const late = () => () => value;
  return { write, read, late };
}

function run() {
  const a = pair();
  const b = pair();
  a.write('x');
  a.write('y');
  print(a.read()); // expect: y 2
  print(b.read()); // expect: none 0
  const get = a.late();
  a.write('z');
  print(get()); // expect: z

  // The function itself sees what its closures wrote.
  let total = 0;
  const add = (n) => { total += n; };
  add(1);
  total *= 10;
  add(2);
  print(total); // expect: 12
  const times = (n, f) => { for (let i = 0; i < n; i++) f(i); };
  times(4, add);
  print(total); // expect: 18
}

vmExport(1, run);
