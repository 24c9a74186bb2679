// Microvium's own way to bytes, and their type.
// node: skip — Microvium isn't there
const print = vmImport(1);
const buffer = Microvium.newUint8Array(3);

vmExport(1, () => {
  buffer[0] = 65;
  const other = Microvium.newUint8Array(buffer[0]);
  print(buffer.length + other.length); // expect: 68
  print(Microvium.typeCodeOf(buffer)); // expect: 8
  print(Microvium.typeCodeOf([])); // expect: 7
  print(Microvium.isMicrovium); // expect: true
  print(Microvium.noOpFunction() === undefined); // expect: true
  let caught = '';
  try {
    Microvium.newUint8Array(-1);
  } catch (e) {
    caught = e.name;
  }
  print(caught); // expect: RangeError
});
