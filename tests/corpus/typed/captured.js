// Typed arrays, buffers and views of the snapshot: read where they lie, copied when they are written, shared as before.
const print = vmImport(1);
const table = new Int16Array([1000, -2000, 3000]);
const unwritten = new Float32Array([0.5, 1.5]);
const bytes = new Uint8Array([1, 2, 3, 4]);
const tail = bytes.subarray(2);
const words = new Uint16Array(bytes.buffer, 0, 1);
const view = new DataView(bytes.buffer);
const noted = new Uint8Array([1]);
noted.note = { text: 'n' };
const later = new Int8Array(2);

vmExport(1, () => {
  print(unwritten[0] + unwritten[1] + ' ' + unwritten.length); // expect: 2 2
  table[1] = 7;
  print(table.join()); // expect: 1000,7,3000
  tail[0] = 30;
  words[0] = 0x0905;
  print(bytes.join() + ' ' + tail.join() + ' ' + view.getUint8(2)); // expect: 5,9,30,4 30,4 30
  print(tail.buffer === bytes.buffer && words.buffer === view.buffer); // expect: true
  print(noted.note.text + noted[0]); // expect: n1
  noted.note = 'm';
  noted.more = 2;
  print(noted.note + noted.more + Object.keys(noted).join()); // expect: m20,note,more
  later.x = 1;
  later[0] = 2;
  print(later.x + later[0]); // expect: 3
  print(Object.getPrototypeOf(later) === Int8Array.prototype && Object.getPrototypeOf(noted) === Uint8Array.prototype); // expect: true
});
