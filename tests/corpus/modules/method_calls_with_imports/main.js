// Arguments of a method call that branch and read imports, at the top level and in functions.
import { zero, one } from './values.js';

const print = vmImport(1);
const list = [];
list.push(zero || 'none', one);
list['push'](one && 'some', zero ?? 'nothing');

vmExport(1, () => {
  print(list.join()); // expect: none,1,some,0
  const other = [];
  other.push(one ? zero : list, zero || one);
  print(other.join()); // expect: 0,1
});
