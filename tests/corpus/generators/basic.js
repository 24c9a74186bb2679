// A generator gives one value each time it is resumed, and then is done.
// call: 1
// call: 2
import { text } from '../shared/generators.mjs';
const print = vmImport(1);
function* count(from, to) {
  for (let i = from; i <= to; i++) yield i;
  return 'end';
}
const show = (result) => print(text(result));
const early = count(1, 3);
early.next();
vmExport(1, () => {
  const it = count(5, 6);
  show(it.next()); // expect: 5 false
  show(it.next()); // expect: 6 false
  show(it.next()); // expect: end true
  show(it.next()); // expect: undefined true
  show(early.next()); // expect: 2 false
});
vmExport(2, () => {
  show(early.next()); // expect: 3 false
  show(early.next()); // expect: end true
  print(typeof early); // expect: object
  print(early === early && early !== count(1, 3)); // expect: true
});
