// return() runs the `finally` blocks around the place where the generator waits.
// call: 1
// call: 2
// call: 3
// call: 4
// call: 5
import { text } from '../shared/generators.mjs';
const print = vmImport(1);
const show = (result) => print(text(result));
function* nested() {
  try {
    try {
      yield 1;
    } finally {
      print('inner');
    }
    print('between');
  } finally {
    print('outer');
  }
}
function* waits() {
  try {
    yield 1;
  } finally {
    const sent = yield 'cleaning';
    print(`sent ${sent}`);
    yield 'still';
  }
  return 'not reached by return';
}
function* overrides() {
  for (;;) {
    try {
      yield 'try';
    } finally {
      break;
    }
  }
  yield 'after';
  try {
    yield 'again';
  } finally {
    return 'mine';
  }
}
function* catchDoesNotSee() {
  try {
    yield 1;
  } catch (error) {
    print('caught');
  } finally {
    print('finally');
  }
}
function* inCatch() {
  try {
    throw 1;
  } catch (error) {
    yield error;
  } finally {
    print('done');
  }
}
vmExport(1, () => {
  const it = nested();
  it.next();
  show(it.return('r')); // expect: inner
  // expect: outer
  // expect: r true
  show(it.next()); // expect: undefined true
});
vmExport(2, () => {
  const it = waits();
  it.next();
  show(it.return('r')); // expect: cleaning false
  show(it.next('s')); // expect: sent s
  // expect: still false
  show(it.next()); // expect: r true
  const other = waits();
  other.next();
  show(other.next()); // expect: cleaning false
  show(other.return('second')); // expect: second true
});
vmExport(3, () => {
  const it = overrides();
  show(it.next()); // expect: try false
  show(it.return('no')); // expect: after false
  show(it.next()); // expect: again false
  show(it.return('no')); // expect: mine true
  show(it.return('yes')); // expect: yes true
});
vmExport(4, () => {
  const it = catchDoesNotSee();
  it.next();
  show(it.return('r')); // expect: finally
  // expect: r true
  const other = catchDoesNotSee();
  other.next();
  show(other.throw('t')); // expect: caught
  // expect: finally
  // expect: undefined true
});
vmExport(5, () => {
  const it = inCatch();
  show(it.next()); // expect: 1 false
  show(it.return('r')); // expect: done
  // expect: r true
  const other = inCatch();
  other.next();
  try {
    other.throw('t');
  } catch (error) {
    print(error);
  }
  // expect: done
  // expect: t
});
