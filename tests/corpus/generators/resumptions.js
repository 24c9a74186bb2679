// next, return and throw in each state: before the first resumption, suspended, running, done.
// call: 1
// call: 2
// call: 3
// call: 4
import { text, thrown } from '../shared/generators.mjs';
const print = vmImport(1);
const show = (result) => print(text(result));
function* g() {
  const a = yield 'one';
  const b = yield `got ${a}`;
  return `${a} and ${b}`;
}
vmExport(1, () => {
  const it = g();
  show(it.next('ignored')); // expect: one false
  show(it.next('A')); // expect: got A false
  show(it.next('B')); // expect: A and B true
  show(it.next('C')); // expect: undefined true
  show(it.return('R')); // expect: R true
  print(thrown(() => it.throw('T'))); // expect: T
  show(it.next()); // expect: undefined true
});
vmExport(2, () => {
  const it = g();
  show(it.return('early')); // expect: early true
  show(it.next()); // expect: undefined true
  const other = g();
  print(thrown(() => other.throw('before'))); // expect: before
  show(other.next()); // expect: undefined true
});
vmExport(3, () => {
  const it = g();
  it.next();
  show(it.return('middle')); // expect: middle true
  show(it.next()); // expect: undefined true
  const other = g();
  other.next();
  print(thrown(() => other.throw('T'))); // expect: T
  show(other.next()); // expect: undefined true
  show(other.return()); // expect: undefined true
});
let running;
function* self(how) {
  yield thrown(() => running[how](1));
  return 'fine';
}
vmExport(4, () => {
  for (const how of ['next', 'return', 'throw']) {
    running = self(how);
    show(running.next());
    show(running.next());
  }
  // expect: TypeError false
  // expect: fine true
  // expect: TypeError false
  // expect: fine true
  // expect: TypeError false
  // expect: fine true
  const next = running.next;
  print(thrown(() => next())); // expect: TypeError
  print(thrown(() => next.call({}))); // expect: TypeError
  print(thrown(() => next.call('x'))); // expect: TypeError
  print(thrown(() => next.call(g))); // expect: TypeError
});
