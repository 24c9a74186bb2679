// What typed arrays are made of: lengths, lists, iterables, other typed arrays and buffers.
import { nameOf } from '../shared/name_of.mjs';
const print = vmImport(1);

vmExport(1, () => {
  const check = (type) => {
    print([new type(), new type(undefined), new type(null), new type('2'), new type(2.9), new type(true)].map((it) => it.length).join());
    print([-1, Infinity, Symbol()].map((it) => nameOf(() => new type(it))).join());
    print([new type([1, , 3]), new type({ length: 2, 0: 5, 1: 6 }), new type(new Set([7, 8])), new type('12'.split(''))].join(' '));
    print([new type(new Int16Array([-1, 2])), new type(new Float64Array([1.5]))].join(' '));
    const buffer = new ArrayBuffer(8);
    print([new type(buffer), new type(buffer, 4), new type(buffer, 4, 1), new type(buffer, 8)].map((it) => it.length + ':' + it.byteOffset).join());
    print([() => new type(buffer, 9), () => new type(buffer, 0, 9), () => new type(buffer, -1), () => new type({ [Symbol.iterator]: 1 })].map(nameOf).join());
  };
  check(Uint8Array);
  // expect: 0,0,0,2,2,1
  // expect: RangeError,RangeError,TypeError
  // expect: 1,0,3 5,6 7,8 1,2
  // expect: 255,2 1
  // expect: 8:0,4:4,1:4,0:8
  // expect: RangeError,RangeError,RangeError,TypeError
  check(Float32Array);
  // expect: 0,0,0,2,2,1
  // expect: RangeError,RangeError,TypeError
  // expect: 1,NaN,3 5,6 7,8 1,2
  // expect: -1,2 1.5
  // expect: 2:0,1:4,1:4,0:8
  // expect: RangeError,RangeError,RangeError,TypeError
});
