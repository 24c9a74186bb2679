// A Uint8Array that was given a prototype before the snapshot may be closed after it, though nothing else asks what it is.
const print = vmImport(1);
const bytes = new Uint8Array(2);
Object.setPrototypeOf(bytes, {});

vmExport(1, () => {
  print(Object.preventExtensions(bytes) === bytes); // expect: true
});
