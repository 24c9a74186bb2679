// A closure made before a declaration works after it, and not before.
const print = vmImport(1);

function run() {
  const read = () => value;
  const write = (v) => { value = v; };
  try {
    read();
  } catch (e) {
    print(e.name); // expect: ReferenceError
  }
  try {
    write(5);
  } catch (e) {
    print(e.name); // expect: ReferenceError
  }
  let value = 1;
  print(read()); // expect: 1
  write(7);
  print(value); // expect: 7

  // Each time a block is entered its variables start afresh.
  let kept;
  for (let i = 0; i < 2; i++) {
    const get = () => fresh;
    try {
      get();
      print('initialized');
    } catch (e) {
      print(e.name);
    }
    // expect: ReferenceError
    // expect: ReferenceError
    let fresh = i;
    kept = get;
  }
  print(kept()); // expect: 1

  // A function declaration is hoisted over what it uses.
  try {
    hoisted();
  } catch (e) {
    print(e.name); // expect: ReferenceError
  }
  const used = 'used';
  function hoisted() {
    return used;
  }
  print(hoisted()); // expect: used
}

vmExport(1, run);
