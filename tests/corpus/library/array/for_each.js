// Array.prototype.forEach: what the callback gets, and elements that come and go.
import { kind } from '../../shared/kind.mjs';
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  let seen = '';
  [1, , undefined, 'x'].forEach((x, i, list) => { seen += `${x}@${i}/${list.length} `; });
  print(seen + '.'); // expect: 1@0/4 undefined@2/4 x@3/4 .
  print(show([1].forEach(() => 5))); // expect: undefined
  seen = '';
  const list = [1, 2, 3];
  list.forEach((x) => { seen += `${x} `; if (x === 1) { list[3] = 4; delete list[1]; } });
  print(seen + '.'); // expect: 1 3 .
  let self;
  [1].forEach(function () { self = this; }, list);
  print(self === list); // expect: true
  [1].forEach(function () { self = this; });
  print(self === undefined); // expect: true
  print(kind(() => [].forEach())); // expect: TypeError
  print(kind(() => [1].forEach(() => { throw new RangeError('x'); }))); // expect: RangeError
});
