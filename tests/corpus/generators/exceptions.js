// A generator that throws is done; throw() throws where it waits, and the body may catch it.
// call: 1
// call: 2
// call: 3
// call: 4
// expect-uncaught: out
import { text } from '../shared/generators.mjs';
const print = vmImport(1);
const show = (result) => print(text(result));
function* fails() {
  yield 1;
  throw 'broken';
}
function* catches() {
  let n = 0;
  while (true) {
    try {
      n += yield n;
    } catch (error) {
      if (error === 'stop') return 'stopped';
      print(`caught ${error}`);
      n = -1;
    }
  }
}
function* inner() {
  try {
    try {
      yield 'a';
    } catch (error) {
      print(`inner ${error}`);
      const more = yield 'b';
      print(`then ${more}`);
      throw `${error}${more}`;
    }
  } catch (error) {
    print(`outer ${error}`);
    yield error;
  }
  return 'end';
}
vmExport(1, () => {
  const it = fails();
  it.next();
  try {
    it.next();
  } catch (error) {
    print(error); // expect: broken
  }
  show(it.next()); // expect: undefined true
});
vmExport(2, () => {
  const it = catches();
  show(it.next()); // expect: 0 false
  show(it.next(5)); // expect: 5 false
  show(it.throw('x')); // expect: caught x
  // expect: -1 false
  show(it.next(3)); // expect: 2 false
  show(it.throw('stop')); // expect: stopped true
});
vmExport(3, () => {
  const it = inner();
  show(it.next()); // expect: a false
  show(it.throw('x')); // expect: inner x
  // expect: b false
  show(it.next('y')); // expect: then y
  // expect: outer xy
  // expect: xy false
  show(it.next()); // expect: end true
});
vmExport(4, () => {
  const it = fails();
  it.next();
  it.throw('out');
});
