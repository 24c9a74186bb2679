// ArrayBuffer: slices, views, and what is none.
import { nameOf } from '../shared/name_of.mjs';
const print = vmImport(1);
class Named extends ArrayBuffer {
  name = 'n';
}

vmExport(1, () => {
  const buffer = new ArrayBuffer(6);
  const view = new Uint8Array(buffer);
  view.set([1, 2, 3, 4, 5, 6]);
  print([buffer.byteLength, buffer.resizable, buffer.maxByteLength, view.buffer === buffer].join()); // expect: 6,false,6,true
  const slice = buffer.slice(1, -1);
  print([slice.byteLength, new Uint8Array(slice).join('')].join()); // expect: 4,2345
  print([buffer.slice(4, 2).byteLength, buffer.slice(5).byteLength, buffer.slice().byteLength].join()); // expect: 0,1,6
  print([ArrayBuffer.isView(view), ArrayBuffer.isView(new DataView(buffer)), ArrayBuffer.isView(buffer), ArrayBuffer.isView()].join());
  // expect: true,true,false,false
  print([() => ArrayBuffer(1), () => new ArrayBuffer(-1), () => buffer.slice.call({}), () => buffer.resize(1)].map(nameOf).join());
  // expect: TypeError,RangeError,TypeError,TypeError
  const length = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength');
  print([length.get.name, nameOf(() => length.get.call(Object.create(buffer))), ArrayBuffer.length, ArrayBuffer.name].join());
  // expect: get byteLength,TypeError,1,ArrayBuffer
  print([Object.prototype.toString.call(buffer), ArrayBuffer[Symbol.species] === ArrayBuffer].join()); // expect: [object ArrayBuffer],true
  const named = new Named(3);
  print([named.name, named.byteLength, named.slice(1) instanceof Named, named.slice(1).name].join()); // expect: n,3,true,n
  print(Object.keys(buffer).length + Object.getOwnPropertyNames(buffer).length); // expect: 0
  const other = new ArrayBuffer(1);
  other.constructor = { [Symbol.species]: function () { return other; } };
  print(nameOf(() => other.slice())); // expect: TypeError
});
