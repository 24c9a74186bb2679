// A buffer whose bytes are transferred is detached: its views are empty.
// node: skip — node 20 has no transfer
import { nameOf } from '../shared/name_of.mjs';
const print = vmImport(1);

vmExport(1, () => {
  const array = new Uint16Array([1, 2, 3]);
  const buffer = array.buffer;
  const moved = buffer.transfer(4);
  print([buffer.detached, buffer.byteLength, array.length, array.byteLength, String(array[0]), 0 in array].join()); // expect: true,0,0,0,undefined,false
  array[0] = 5;
  print([moved.detached, moved.byteLength, new Uint16Array(moved).join(' ')].join()); // expect: false,4,1 2
  const calls = [() => array.join(), () => array.map((x) => x), () => [...array], () => buffer.slice(), () => buffer.transfer(), () => new Int8Array(buffer), () => new Int8Array(array)];
  print(calls.map(nameOf).join()); // expect: TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError
  const resizable = new ArrayBuffer(2, { maxByteLength: 6 });
  const other = resizable.transfer(5);
  print([other.resizable, other.byteLength, other.maxByteLength, other.transferToFixedLength().resizable, resizable.maxByteLength].join()); // expect: true,5,6,false,0
  const view = new DataView(new ArrayBuffer(2));
  view.buffer.transfer();
  print([nameOf(() => view.getInt8(0)), nameOf(() => view.byteOffset)].join()); // expect: TypeError,TypeError
});
