// Elements can't become such that they can't be configured (ECMAScript 10.4.5.3).
// node: skip — V8 seals them all the same
const print = vmImport(1);

function seal(list) {
  let name = 'nothing';
  try {
    Object.seal(list);
  } catch (error) {
    name = error.constructor.name;
  }
  list[1] = 5;
  return `${name} ${Object.isExtensible(list)} ${Object.isSealed(list)} ${list[1]}`;
}

vmExport(1, () => {
  print(seal(new Uint8Array(2))); // expect: TypeError false false 5
  print(seal(new Int16Array(2))); // expect: TypeError false false 5
});
