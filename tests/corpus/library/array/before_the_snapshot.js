// Methods that are used before the snapshot, after it, and on either side of it.
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

const squares = [1, 2, 3].map((x) => x * x);
const map = [].map;
const text = ['a', 'b'].join('-').replace('-', '+').padEnd(5, '.');

vmExport(1, () => {
  print(show(squares)); // expect: [1,4,9]
  print(text); // expect: a+b..
  print(squares.map((x) => x + 1).join()); // expect: 2,5,10
  print(map === [].map); // expect: true
  print([].map === [].filter); // expect: false
  print('map' in []); // expect: true
  print(typeof [].some); // expect: function
});
