// Functions of the constructors of typed arrays, and what they refuse.
import { nameOf } from '../shared/name_of.mjs';
const print = vmImport(1);
const TypedArray = Object.getPrototypeOf(Int8Array);

vmExport(1, () => {
  print([() => new Int16Array(new ArrayBuffer(3)), () => new Int16Array(new ArrayBuffer(4), 1)].map(nameOf).join());
  // expect: RangeError,RangeError
  print(Int16Array.of(1, '2', 3.7).join() + ' ' + Float32Array.from([1, 2], (x, i) => x / 2 + i).join());
  // expect: 1,2,3 0.5,2
  print(Int8Array.from(new Set([1, 2])).join() + ' ' + Int8Array.from({ length: 2, 1: 300 }).join());
  // expect: 1,2 0,44
  print([() => Int8Array.from([], 1), () => Int8Array.from(), () => Int8Array.of.call(Array, 1), () => TypedArray.from.call({}, [])].map(nameOf).join());
  // expect: TypeError,TypeError,TypeError,TypeError
  print(Int8Array[Symbol.species] === Int8Array && TypedArray[Symbol.species] === TypedArray); // expect: true
});
