// Buffers that change their length, and what becomes of the views over them.
import { nameOf } from '../shared/name_of.mjs';
const print = vmImport(1);

vmExport(1, () => {
  const buffer = new ArrayBuffer(4, { maxByteLength: 8 });
  print([buffer.resizable, buffer.byteLength, buffer.maxByteLength].join()); // expect: true,4,8
  const all = new Uint8Array(buffer);
  const tail = new Uint16Array(buffer, 2);
  const fixed = new Int8Array(buffer, 1, 2);
  const data = new DataView(buffer, 1);
  all.set([1, 2, 3, 4]);
  const lengths = () => print([all.length, tail.length, tail.byteOffset, fixed.length, fixed.byteLength, nameOf(() => data.byteLength)].join());
  lengths(); // expect: 4,1,2,2,2,none
  buffer.resize(8);
  lengths(); // expect: 8,3,2,2,2,none
  print(all.join('') + ' ' + data.byteLength); // expect: 12340000 7
  all[7] = 9;
  buffer.resize(2);
  lengths(); // expect: 2,0,2,0,0,none
  print([String(fixed[0]), String(all[2]), nameOf(() => fixed.fill(1)), nameOf(() => fixed.at(0)), fixed.byteOffset].join()); // expect: undefined,undefined,TypeError,TypeError,0
  buffer.resize(0);
  lengths(); // expect: 0,0,0,0,0,TypeError
  buffer.resize(8);
  lengths(); // expect: 8,3,2,2,2,none
  print(all.join('')); // expect: 00000000
  print([nameOf(() => buffer.resize(9)), nameOf(() => buffer.resize(-1)), nameOf(() => new ArrayBuffer(3, { maxByteLength: 2 }))].join());
  // expect: RangeError,RangeError,RangeError
  const part = all.subarray(2);
  buffer.resize(4);
  print(part.length + ' ' + all.subarray(0, 2).length); // expect: 2 2
  const array = new Uint8Array(new ArrayBuffer(4, { maxByteLength: 4 }));
  print(array.map((x, i) => (i === 1 ? array.buffer.resize(1) : 0, String(array[i]).length)).join()); // expect: 1,9,9,9
});
