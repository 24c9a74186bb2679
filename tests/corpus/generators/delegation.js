// yield* passes values, exceptions and returns to the inner iterator, and results through as they are.
// call: 1
// call: 2
// call: 3
// call: 4
import { text, thrown, values } from '../shared/generators.mjs';
const print = vmImport(1);
const show = (result) => print(text(result));
function* inner() {
  try {
    const a = yield 'in';
    print(`a ${a}`);
    return 'inner result';
  } catch (error) {
    print(`inner caught ${error}`);
    yield 'recovered';
    return 'after';
  } finally {
    print('inner finally');
  }
}
function* outer() {
  const result = yield* inner();
  print(`result ${result}`);
  yield 'out';
}
function* tree(node) {
  if (node === null) return 0;
  const left = yield* tree(node[0]);
  yield node[1];
  const right = yield* tree(node[2]);
  return left + right + 1;
}
function* lists() {
  const array = yield* [1, 2];
  yield* 'a\u{1f600}b';
  yield* [];
  return `${array}`;
}
vmExport(1, () => {
  print(values(tree([[null, 1, null], 2, [[null, 3, null], 4, null]]))); // expect: 1 2 3 4 =4
  print(values(lists())); // expect: 1 2 a 😀 b =undefined
});
vmExport(2, () => {
  const it = outer();
  show(it.next('lost')); // expect: in false
  show(it.next('sent')); // expect: a sent
  // expect: inner finally
  // expect: result inner result
  // expect: out false
  show(it.next()); // expect: undefined true
});
vmExport(3, () => {
  const it = outer();
  it.next();
  show(it.throw('t')); // expect: inner caught t
  // expect: recovered false
  show(it.return('r')); // expect: inner finally
  // expect: r true
  show(it.next()); // expect: undefined true
  const other = outer();
  other.next();
  show(other.return('now')); // expect: inner finally
  // expect: now true
});
vmExport(4, () => {
  function* array() {
    try {
      yield* [1, 2];
    } finally {
      print('left');
    }
  }
  const it = array();
  it.next();
  print(thrown(() => it.throw('lost'))); // expect: left
  // expect: TypeError
  const other = array();
  other.next();
  show(other.return('r')); // expect: left
  // expect: r true
});
