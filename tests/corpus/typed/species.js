// `Symbol.species` says what methods make.
import { nameOf } from '../shared/name_of.mjs';
const print = vmImport(1);

class Bytes extends Uint8Array {
  static get [Symbol.species]() {
    return Uint16Array;
  }
}

vmExport(1, () => {
  const bytes = new Bytes([1, 2]);
  print([bytes.slice(1).constructor.name, nameOf(() => bytes.subarray(0)), bytes.with(0, 1).constructor.name].join());
  // expect: Uint16Array,RangeError,Uint8Array
  print([Bytes.from([1]) instanceof Bytes, Bytes.of(1) instanceof Bytes].join()); // expect: true,true
  const array = new Uint8Array(2);
  array.constructor = { [Symbol.species]: Array };
  print(nameOf(() => array.slice())); // expect: TypeError
  array.constructor = undefined;
  print(array.slice().length); // expect: 2
  array.constructor = 1;
  print(nameOf(() => array.slice())); // expect: TypeError
});
