// String.fromCharCode and fromCodePoint, and concat.
import { kind } from '../../shared/kind.mjs';
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print(String.fromCharCode(72, 105)); // expect: Hi
  print(String.fromCharCode(0xd83d, 0xde00)); // expect: 😀
  print(String.fromCharCode(0x10041)); // expect: A
  print(show(String.fromCharCode())); // expect: ''
  print(String.fromCharCode('65', 66.9)); // expect: AB
  print(String.fromCharCode(-1).charCodeAt(0)); // expect: 65535
  print(String.fromCharCode(NaN).charCodeAt(0)); // expect: 0
  print(String.fromCodePoint(0x1f600, 97)); // expect: 😀a
  print(show(String.fromCodePoint())); // expect: ''
  print(String.fromCodePoint(0xd800).charCodeAt(0)); // expect: 55296
  print(String.fromCodePoint('0x41')); // expect: A
  print(kind(() => String.fromCodePoint(-1))); // expect: RangeError
  print(kind(() => String.fromCodePoint(1.5))); // expect: RangeError
  print(kind(() => String.fromCodePoint(0x110000))); // expect: RangeError
  print(kind(() => String.fromCodePoint('x'))); // expect: RangeError
  print('a'.concat('b', 1, null)); // expect: ab1null
  print('a'.concat()); // expect: a
  print(show(String()) + String(undefined)); // expect: ''undefined
});
