// Generators are iterable, and yield* iterates by the protocol.
// call: 1
// call: 2
// call: 3
// call: 4
import { text, thrown } from '../shared/generators.mjs';
const print = vmImport(1);
const show = (result) => print(text(result));
function* g() {
  yield 1;
  yield 2;
}
// An iterator that says what it is asked.
class Source {
  constructor(...results) {
    this.results = results;
  }
  [Symbol.iterator]() {
    print('iterator');
    return this;
  }
  next(...sent) {
    print(`next ${sent.length} ${sent[0]}`);
    return this.results.shift();
  }
}
class Closing extends Source {
  return(value) {
    print(`return ${value}`);
    return { value: `closed ${value}`, done: true };
  }
}
class Stubborn extends Closing {
  return(value) {
    print(`return ${value}`);
    return { value: 'not yet', done: false };
  }
  throw(error) {
    print(`throw ${error}`);
    return { value: `took ${error}`, done: error === 'last' };
  }
}
function* from(source) {
  const result = yield* source;
  print(`result ${result}`);
  return 'end';
}
class Own {
  *[Symbol.iterator]() {
    yield 'own';
  }
}
const waiting = from(new Stubborn({ value: 'first', done: false }, { value: 'done', done: true }));
const first = g()[Symbol.iterator]();
vmExport(1, () => {
  print(first[Symbol.iterator]() === first); // expect: true
  print(Object.prototype.toString.call(first)); // expect: [object Generator]
  show(from(new Own()).next()); // expect: own false
  show(from(g()).next()); // expect: 1 false
  print(thrown(() => from(undefined).next())); // expect: TypeError
  print(thrown(() => from({ [Symbol.iterator]: () => 1 }).next())); // expect: TypeError
  print(thrown(() => from({ [Symbol.iterator]: 1 }).next())); // expect: TypeError
});
vmExport(2, () => {
  const it = from(new Source({ value: 'a', done: false, more: 'kept' }, { value: 'b', done: 1 }));
  const result = it.next('lost');
  print(result.more);
  show(result);
  show(it.next('sent'));
  // expect: iterator
  // expect: next 1 undefined
  // expect: kept
  // expect: a false
  // expect: next 1 sent
  // expect: result b
  // expect: end true
  const odd = from(new Source({ value: 'x' }, 5));
  show(odd.next());
  print(thrown(() => odd.next()));
  show(odd.next());
  // expect: iterator
  // expect: next 1 undefined
  // expect: x undefined
  // expect: next 1 undefined
  // expect: TypeError
  // expect: undefined true
});
vmExport(3, () => {
  const open = from(new Source({ value: 1, done: false }));
  open.next();
  show(open.return('r'));
  // expect: iterator
  // expect: next 1 undefined
  // expect: r true
  const closing = from(new Closing({ value: 1, done: false }));
  closing.next();
  show(closing.return('r'));
  // expect: iterator
  // expect: next 1 undefined
  // expect: return r
  // expect: closed r true
  const other = from(new Closing({ value: 1, done: false }));
  other.next();
  print(thrown(() => other.throw('t')));
  // expect: iterator
  // expect: next 1 undefined
  // expect: return undefined
  // expect: TypeError
});
vmExport(4, () => {
  show(waiting.next());
  show(waiting.return('r'));
  show(waiting.throw('t'));
  show(waiting.throw('last'));
  show(waiting.next());
  // expect: iterator
  // expect: next 1 undefined
  // expect: first false
  // expect: return r
  // expect: not yet false
  // expect: throw t
  // expect: took t false
  // expect: throw last
  // expect: result took last
  // expect: end true
  // expect: undefined true
});
