// `for await` over async and sync iterables: heads, jumps, closing.
const print = vmImport(1);

function iterable(log, { step, close } = {}) {
  return {
    [Symbol.asyncIterator]() {
      let count = 0;
      return {
        get next() {
          log.push('get next');
          return function (...args) {
            log.push(`next ${args.length}`);
            return step ? step(++count) : { value: ++count, done: count > 3 };
          };
        },
        get return() {
          log.push('get return');
          return close && function (...args) {
            log.push(`return ${args.length}`);
            return close();
          };
        },
      };
    },
  };
}

async function attempt(body) {
  try {
    return await body();
  } catch (error) {
    return error instanceof TypeError ? 'TypeError' : error;
  }
}

const cases = [
  async function through(log) {
    for await (const x of iterable(log)) log.push(x);
  },
  async function leaves(log) {
    for await (const x of iterable(log, { close: () => Promise.resolve({}) })) break;
  },
  async function returns(log) {
    for await (const x of iterable(log, { close: () => ({}) })) return x;
  },
  async function returnIsNoObject(log) {
    for await (const x of iterable(log, { close: () => Promise.resolve(1) })) return x;
  },
  async function returnRejects(log) {
    for await (const x of iterable(log, { close: () => Promise.reject('rejected') })) break;
  },
  async function returnThrows(log) {
    outer: for (;;) {
      for await (const x of iterable(log, { close: () => { throw 'thrown'; } })) continue outer;
    }
  },
  async function throwWins(log) {
    for await (const x of iterable(log, { close: () => Promise.reject('rejected') })) throw 'first';
  },
  async function throwWinsOverThrown(log) {
    for await (const x of iterable(log, { close: () => { throw 'thrown'; } })) throw 'first';
  },
  async function throwWinsOverNoObject(log) {
    for await (const x of iterable(log, { close: () => 1 })) throw 'first';
  },
  async function nextRejects(log) {
    for await (const x of iterable(log, { step: () => Promise.reject('next') })) log.push(x);
  },
  async function nextIsNoObject(log) {
    for await (const x of iterable(log, { step: () => Promise.resolve(1) })) log.push(x);
  },
  async function valueThrows(log) {
    const step = () => ({ done: false, get value() { throw 'value'; } });
    for await (const x of iterable(log, { step })) log.push(x);
  },
  async function doneThrows(log) {
    const step = () => ({ value: 1, get done() { throw 'done'; } });
    for await (const x of iterable(log, { step })) log.push(x);
  },
  async function headThrows(log) {
    for await (const { a = null.x } of iterable(log, { close: () => ({}) })) log.push(a);
  },
  async function values(log) {
    // What an async iterator gives isn't awaited, what a sync one gives is.
    const step = (count) => ({ value: Promise.resolve('inner'), done: count > 1 });
    for await (const x of iterable(log, { step })) log.push(typeof x.then);
    for await (const x of [Promise.resolve('inner')]) log.push(x);
  },
  async function heads(log) {
    let a, b;
    const object = {};
    for await (a of ['a']) log.push(a);
    for await (object.p of ['b']) log.push(object.p);
    for await ([a, b = 'default'] of [['c'], Promise.resolve(['d', 'e'])]) log.push(a + b);
    for await ({ a, ...b } of [{ a: 1, c: 2 }]) log.push(a + b.c);
    for await (var [c] of ['string']) log.push(c);
    for await (const { length } of new Set(['set'])) log.push(length);
    const functions = [];
    for await (const x of [1, 2]) functions.push(() => x);
    log.push(functions[0]() + functions[1]());
    for await (x of (() => [x])()) log.push('no');
    let x;
  },
  async function notIterable(log) {
    for await (const x of {}) log.push(x);
  },
  async function notCallable(log) {
    for await (const x of { [Symbol.asyncIterator]: 1 }) log.push(x);
  },
  async function noIterator(log) {
    for await (const x of { [Symbol.asyncIterator]: () => 1 }) log.push(x);
  },
  async function nullMethod(log) {
    for await (const x of { [Symbol.asyncIterator]: null, *[Symbol.iterator]() { yield 'sync'; } }) log.push(x);
  },
  async function finallyInside(log) {
    for await (const x of iterable(log, { close: () => ({}) })) {
      try {
        return x;
      } finally {
        await undefined;
        log.push('finally');
      }
    }
  },
];

vmExport(1, () => {
  (async () => {
    for (const it of cases) {
      const log = [];
      const result = await attempt(() => it(log));
      if (result !== undefined) log.push(`=> ${result instanceof ReferenceError ? 'ReferenceError' : result}`);
      print(log.join(', '));
    }
  })();
});
// expect: get next, next 0, 1, next 0, 2, next 0, 3, next 0
// expect: get next, next 0, get return, return 0
// expect: get next, next 0, get return, return 0, => 1
// expect: get next, next 0, get return, return 0, => TypeError
// expect: get next, next 0, get return, return 0, => rejected
// expect: get next, next 0, get return, return 0, => thrown
// expect: get next, next 0, get return, return 0, => first
// expect: get next, next 0, get return, return 0, => first
// expect: get next, next 0, get return, return 0, => first
// expect: get next, next 0, => next
// expect: get next, next 0, => TypeError
// expect: get next, next 0, => value
// expect: get next, next 0, => done
// expect: get next, next 0, get return, return 0, => TypeError
// expect: get next, next 0, function, next 0, inner
// expect: a, b, cdefault, de, 3, s, 3, 3, => ReferenceError
// expect: => TypeError
// expect: => TypeError
// expect: => TypeError
// expect: sync
// expect: get next, next 0, finally, get return, return 0, => 1
