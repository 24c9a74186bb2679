// Object.keys, values, entries and fromEntries: order of keys, arrays, strings, primitives.
import { kind } from '../../shared/kind.mjs';
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  const o = { b: 1, 10: 'ten', a: 2, 2: 'two' };
  o['-1'] = 3;
  o['01'] = 4;
  o['4294967294'] = 5;
  o['4294967295'] = 6;
  print(Object.keys(o).join()); // expect: 2,10,4294967294,b,a,-1,01,4294967295
  print(Object.values(o).join()); // expect: two,ten,5,1,2,3,4,6
  print(show(Object.entries(o))); // expect: [['2','two'],['10','ten'],['4294967294',5],['b',1],['a',2],['-1',3],['01',4],['4294967295',6]]
  print(show(Object.keys([4, , 5]))); // expect: ['0','2']
  print(show(Object.values([4, , 5]))); // expect: [4,5]
  print(show(Object.keys('ab'))); // expect: ['0','1']
  print(show(Object.entries('ab'))); // expect: [['0','a'],['1','b']]
  print(Object.keys(5).length + Object.keys(true).length); // expect: 0
  print(Object.keys({}).length); // expect: 0
  delete o.b;
  o.b = 9;
  print(Object.keys(o).join()); // expect: 2,10,4294967294,a,-1,01,4294967295,b
  const made = Object.fromEntries([['x', 1], ['y', 2], ['x', 3]]);
  print(Object.keys(made).join() + made.x + made.y); // expect: x,y32
  print(kind(() => Object.keys(null))); // expect: TypeError
  print(kind(() => Object.values(undefined))); // expect: TypeError
  print(kind(() => Object.entries())); // expect: TypeError
  print(kind(() => Object.fromEntries(null))); // expect: TypeError
  class Point {
    constructor() { this.x = 1; this.y = 2; }
    length() { return 3; }
  }
  print(Object.keys(new Point()).join()); // expect: x,y
});
