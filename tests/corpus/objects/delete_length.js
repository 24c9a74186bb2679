// `length` of arrays and strings can't be deleted; that of functions can.
import { outcome } from '../shared/outcome.mjs';
const print = vmImport(1);
const list = [1, 2];
const bare = a => a;
const key = 'length';

vmExport(1, () => {
  print(outcome(() => delete list.length)); // expect: TypeError
  print(outcome(() => delete [].length)); // expect: TypeError
  print(outcome(() => delete list[key])); // expect: TypeError
  print(outcome(() => delete 'text'.length)); // expect: TypeError
  print('length' in list); // expect: true
  print('length' in bare); // expect: true
  print(delete bare.length); // expect: true
  print(Object.hasOwn(bare, 'length')); // expect: false
});
