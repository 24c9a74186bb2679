// Attributes of elements, and of what else a typed array has.
import { nameOf } from '../shared/name_of.mjs';
const print = vmImport(1);

vmExport(1, () => {
  const check = (make) => {
    const array = make();
    array[1] = 5;
    const it = Object.getOwnPropertyDescriptor(array, 1);
    print([it.value, it.writable, it.enumerable, it.configurable].join());
    print([Object.getOwnPropertyDescriptor(array, 3) === undefined, array.hasOwnProperty(2), array.hasOwnProperty('3')].join());
    const full = { writable: true, enumerable: true, configurable: true };
    Object.defineProperty(array, 0, { value: 9 });
    Object.defineProperty(array, '2', { ...full, value: 8 });
    print(array.join());
    const bad = [
      [0, { configurable: false }],
      [0, { writable: false }],
      [0, { enumerable: false }],
      [0, { get() {} }],
      [3, { ...full, value: 1 }],
      ['-0', { ...full, value: 1 }],
      ['1.5', { ...full, value: 1 }],
    ];
    print(bad.map(([key, descriptor]) => nameOf(() => Object.defineProperty(array, key, descriptor))).join());
    Object.defineProperty(array, 'hidden', { value: 1 });
    Object.defineProperty(array, 'got', { get() { return this.length; }, set(value) { this[0] = value; } });
    array.got = 4;
    print([array.hidden, array.got, array[0], Object.keys(array).includes('hidden'), nameOf(() => (array.hidden = 2))].join());
    print([nameOf(() => Object.freeze(array)), Object.isExtensible(Object.preventExtensions(array)), nameOf(() => (array.y = 1))].join());
  };
  check(() => new Int16Array(3));
  // expect: 5,true,true,true
  // expect: true,true,false
  // expect: 9,5,8
  // expect: TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError
  // expect: 1,3,4,false,TypeError
  // expect: TypeError,false,TypeError
  check(() => new Uint8Array(3));
  // expect: 5,true,true,true
  // expect: true,true,false
  // expect: 9,5,8
  // expect: TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError
  // expect: 1,3,4,false,TypeError
  // expect: TypeError,false,TypeError
  check(() => new (class extends Float64Array {})(3));
  // expect: 5,true,true,true
  // expect: true,true,false
  // expect: 9,5,8
  // expect: TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError
  // expect: 1,3,4,false,TypeError
  // expect: TypeError,false,TypeError
});
