// Array.prototype.concat: arrays are taken apart once, all else is an element; holes stay.
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print(show([1].concat(2, [3, [4]], 'ab'))); // expect: [1,2,3,[4],'ab']
  print(show([].concat())); // expect: []
  print(show([1, , 2].concat([, 3]))); // expect: [1,_,2,_,3]
  print(show([].concat([], [[]]).length)); // expect: 1
  print(show([1].concat(null, undefined))); // expect: [1,null,undefined]
  const list = [1];
  print(list.concat() === list); // expect: false
  print(show(Array.prototype.concat.call(1, 2).length)); // expect: 2
  print([1].concat([, ,]).length); // expect: 3
});
