// A Uint8Array that was given a prototype before the snapshot may get another one after it, and be closed, though nothing else
// asks what it is.
// call: 1
// call: 2
const print = vmImport(1);
const bytes = new Uint8Array(2);
Object.setPrototypeOf(bytes, {});
const closed = new Uint8Array(2);
Object.setPrototypeOf(closed, null);
const mine = new Uint8Array(2);
mine.own = 1;

vmExport(1, () => {
  print(Object.setPrototypeOf(bytes, { a: 5 }) === bytes); // expect: true
  print(Reflect.setPrototypeOf(closed, { b: 6 })); // expect: true
  print(Reflect.setPrototypeOf(mine, null)); // expect: true
});
vmExport(2, () => {
  print(Reflect.preventExtensions(mine)); // expect: true
  print(Reflect.isExtensible(closed)); // expect: true
});
