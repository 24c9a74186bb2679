// Array.of, and Array with several arguments.
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print(show(Array.of(7))); // expect: [7]
  print(show(Array.of(1, 2, 3))); // expect: [1,2,3]
  print(show(Array.of())); // expect: []
  print(show(Array(1, 2))); // expect: [1,2]
  print(show(new Array('3'))); // expect: ['3']
  print(show(Array())); // expect: []
});
