// A length is 2 ** 53 - 1 at most (ToLength, ECMAScript 7.1.20). What would get more throws, and what would make such an array.
// heap: large — needs 11 kB at a time
import { kind } from '../../shared/kind.mjs';

const print = vmImport(1);

const most = 2 ** 53 - 1;
const methods = Array.prototype;
function list(length) {
  return { length, '9007199254740989': 'a', '9007199254740990': 'b', '9007199254740991': 'c' };
}

vmExport(1, () => {
  const seen = [most, most + 1, 2 ** 53 + 2, 1e300, Infinity].map((length) => {
    const popped = list(length);
    const filled = list(length);
    const spliced = list(length);
    return [
      methods.includes.call(list(length), 'b', most - 2),
      methods.includes.call(list(length), 'c', most - 2),
      methods.indexOf.call(list(length), 'b', -2) === most - 1,
      methods.lastIndexOf.call(list(length), 'b') === most - 1,
      methods.at.call(list(length), -1),
      methods.slice.call(list(length), most - 2).join(''),
      methods.findLast.call(list(length), (x) => x === 'a'),
      methods.pop.call(popped),
      popped.length === most - 1,
      methods.fill.call(filled, 'd', most - 1) === filled,
      filled['9007199254740990'] + filled['9007199254740991'],
      methods.splice.call(spliced, most - 2, 1)[0],
      spliced['9007199254740989'],
      spliced.length === most - 1,
      methods.unshift.call(list(length)) === most,
    ].join();
  });
  print(seen[0]); // expect: true,false,true,true,b,ab,a,b,true,true,dc,a,b,true,true
  print(seen.every((text) => text === seen[0])); // expect: true
  const thrown = [most, most + 1, Infinity].map((length) => {
    return [
      kind(() => methods.push.call(list(length), 1)),
      kind(() => methods.unshift.call(list(length), 1)),
      kind(() => methods.splice.call(list(length), most - 1, 0, 1)),
      kind(() => methods.toSpliced.call(list(length), 0, 0, 1)),
      kind(() => methods.toReversed.call(list(length))),
      kind(() => methods.toSorted.call(list(length))),
      kind(() => methods.with.call(list(length), 0, 0)),
      kind(() => methods.map.call(list(length), (x) => x)),
      kind(() => Array.from(list(length))),
    ].join();
  });
  print(thrown[0].replaceAll('Error', '')); // expect: Type,Type,Type,Type,Range,Range,Range,Range,Range
  print(thrown.every((text) => text === thrown[0])); // expect: true
  print(methods.at.call({ length: -1, 0: 1 }, 0) === undefined); // expect: true

  // What is read, and in which order.
  const order = [];
  const watched = (length) => {
    const object = { length };
    for (let i = 0; i < length; i++) {
      Object.defineProperty(object, i, {
        get: () => {
          order.push(i);
          return i;
        },
      });
    }
    return object;
  };
  print(methods.toReversed.call(watched(3)).join()); // expect: 2,1,0
  print(order.join()); // expect: 2,1,0
  print(methods.with.call(watched(3), 1, 'x').join()); // expect: 0,x,2
  print(order.join()); // expect: 2,1,0,0,2
});
