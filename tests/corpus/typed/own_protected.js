// Properties that a typed array got before the snapshot can be deleted after it, unless they are fixed, and protect what
// inherits from it.
const print = vmImport(1);

const bytes = new Uint8Array(4);
bytes.name = 'a';
const shorts = new Int16Array(2);
shorts.name = 'b';
const fixed = new Uint8Array(2);
Object.defineProperty(fixed, 'fixed', { value: 1 });
const heir = Object.create(fixed);

vmExport(1, () => {
  delete bytes.name;
  print(`${bytes.name} ${delete shorts['name']} ${shorts.name}`); // expect: undefined true undefined
});
vmExport(2, () => {
  for (const attempt of [() => delete fixed.fixed, () => (heir.fixed = 3)]) {
    try {
      attempt();
      print('done');
    } catch (error) {
      print(error.name); // expect: TypeError
    } // expect: TypeError
  }
  print(`${fixed.fixed} ${heir.fixed}`); // expect: 1 1
});
// call: 1
// call: 2
