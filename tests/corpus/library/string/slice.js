// String.prototype.slice, substring and substr, and cuts within a character.
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  const text = 'abcdef';
  print(text.slice(2)); // expect: cdef
  print(text.slice(1, 3)); // expect: bc
  print(text.slice(-2)); // expect: ef
  print(text.slice(-4, -2)); // expect: cd
  print(show(text.slice(4, 2))); // expect: ''
  print(text.slice()); // expect: abcdef
  print(text.slice('1', 2.9)); // expect: b
  print(text.substring(2)); // expect: cdef
  print(text.substring(4, 1)); // expect: bcd
  print(text.substring(-3, 2)); // expect: ab
  print(text.substring(2, 99)); // expect: cdef
  print(text.substring(NaN, 2)); // expect: ab
  print(show(text.substring(3, 3))); // expect: ''
  print(text.substr(2)); // expect: cdef
  print(text.substr(-3, 2)); // expect: de
  print(show(text.substr(9))); // expect: ''
  print(text.substr(1, 99)); // expect: bcdef
  print(show(text.substr(1, -1))); // expect: ''
  const mixed = 'aé😀b';
  print(mixed.slice(1, 2)); // expect: é
  print(mixed.slice(2, 4)); // expect: 😀
  print(mixed.slice(2, 3).charCodeAt(0)); // expect: 55357
  print(mixed.slice(3, 4).charCodeAt(0)); // expect: 56832
  print(mixed.slice(3).length); // expect: 2
  print(mixed.slice(1, 3) + mixed.slice(3)); // expect: é😀b
  print(mixed.slice(0, 3).length); // expect: 3
  print(mixed.slice(3, 3).length); // expect: 0
});
