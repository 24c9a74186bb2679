// DataView: numbers of each type at any place, in both byte orders.
import { nameOf } from '../shared/name_of.mjs';
const print = vmImport(1);

vmExport(1, () => {
  const buffer = new ArrayBuffer(16);
  const bytes = new Uint8Array(buffer);
  const view = new DataView(buffer, 1);
  print([view.byteLength, view.byteOffset, view.buffer === buffer].join()); // expect: 15,1,true
  view.setInt16(0, -2);
  view.setUint16(2, 0x1234, true);
  view.setInt32(4, 0x12345678);
  view.setUint32(8, 0xfffffffe, true);
  print(bytes.join()); // expect: 0,255,254,52,18,18,52,86,120,254,255,255,255,0,0,0
  print([view.getInt16(0), view.getInt16(0, true), view.getUint16(2, true), view.getUint16(2)].join());
  // expect: -2,-257,4660,13330
  print([view.getInt32(4), view.getInt32(4, true), view.getUint32(8, true), view.getUint32(8)].join());
  // expect: 305419896,2018915346,4294967294,4278190079
  print([view.getInt8(0), view.getUint8(0)].join()); // expect: -1,255
  view.setFloat32(0, 1.1);
  view.setFloat64(4, -1.1, true);
  print(bytes.subarray(1, 13).join()); // expect: 63,140,204,205,154,153,153,153,153,153,241,191
  print([view.getFloat32(0), view.getFloat32(0, true), view.getFloat64(4, true), view.getFloat64(4)].join());
  // expect: 1.100000023841858,-428967904,-1.1,-1.5423487136706758e-180
  view.setInt8(0, 200);
  view.setUint8('1', '7.9');
  view.setFloat64(7, 5e-324);
  print(bytes.join()); // expect: 0,200,7,204,205,154,153,153,0,0,0,0,0,0,0,1
  print([view.getFloat64(7), Object.is(view.getFloat64(), view.getFloat64(0, false))].join());
  // expect: 5e-324,true
  print([() => view.getInt8(15), () => view.getInt8(-1), () => view.getFloat64(8), () => view.setInt16(14, 0), () => view.getInt8(Symbol())].map(nameOf).join());
  // expect: RangeError,RangeError,RangeError,RangeError,TypeError
  print([() => new DataView(buffer, 17), () => new DataView(buffer, 1, 16), () => new DataView({}), () => DataView(buffer), () => view.getInt8.call({}, 0)].map(nameOf).join());
  // expect: RangeError,RangeError,TypeError,TypeError,TypeError
  print([view.getInt8.length, view.getInt16.length, view.setInt8.length, view.setFloat64.length, DataView.length, Object.prototype.toString.call(view)].join());
  // expect: 1,1,2,2,1,[object DataView]
  class Reader extends DataView {
    at = 0;
    next() {
      return this.getUint8(this.at++);
    }
  }
  const reader = new Reader(buffer, 1);
  print(reader.next() + reader.next()); // expect: 207
});
