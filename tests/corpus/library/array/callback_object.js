// The third argument of callbacks is the object around a primitive `this`.
import { kind } from '../../shared/kind.mjs';

const print = vmImport(1);

vmExport(1, () => {
  const methods = ['every', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex', 'flatMap', 'forEach', 'map', 'some'];
  const all = [
    [].every, [].filter, [].find, [].findIndex, [].findLast, [].findLastIndex, [].flatMap, [].forEach, [].map, [].some,
  ];
  for (let i = 0; i < all.length; i++) {
    const seen = [];
    all[i].call('a', (element, index, object) => {
      seen.push(element, index, typeof object, object instanceof String);
    });
    if (seen.join() !== 'a,0,object,true') print(`${methods[i]}: ${seen.join()}`);
    if (kind(() => all[i].call(null, () => 1)) !== 'TypeError') print(methods[i]);
    all[i].call(5, () => print('never'));
  }
  for (const fold of [[].reduce, [].reduceRight]) {
    print(fold.call('a', (sum, element, index, object) => `${sum} ${element} ${index} ${typeof object}`, 'x'));
    print(kind(() => fold.call(undefined, () => 1, 1)));
    // expect: x a 0 object
    // expect: TypeError
    // expect: x a 0 object
    // expect: TypeError
  }
});
