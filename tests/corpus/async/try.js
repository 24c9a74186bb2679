// Promise.try: what a function returns or throws, as a promise (ECMAScript 27.2.4.8).
// node: skip — node 20 has no Promise.try.
import { kind } from '../shared/kind.mjs';

const print = vmImport(1);

vmExport(1, () => {
  let called = false;
  const promise = Promise.try(function () {
    called = this === undefined;
  });
  print(called && promise instanceof Promise); // expect: true
  class Own extends Promise {}
  print(Own.try(() => 1) instanceof Own); // expect: true
  print(kind(() => Promise.try.call(undefined, () => 1))); // expect: TypeError
  print(kind(() => Promise.try.call({}, () => 1))); // expect: TypeError
  print(Promise.try.name + Promise.try.length); // expect: try1
  const other = Promise.try.call(
    function (executor) {
      executor((value) => print('resolved with ' + value), print); // expect: resolved with a value
      this.isOther = true;
    },
    () => 'a value',
  );
  print(other.isOther); // expect: true

  Promise.try((a, b) => a + b, 1, 2).then(print); // expect: 3
  Promise.try(() => {
    throw 'thrown';
  }).then(undefined, print); // expect: thrown
  Promise.try(5).then(undefined, (error) => print(error instanceof TypeError)); // expect: true
  Promise.try(async () => 'awaited').then(print); // expect: awaited
});
