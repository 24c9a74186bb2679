// `yield*` in async generators: over async iterators, which get what comes in, and over sync ones.
// call: 1
// call: 2
const print = vmImport(1);

function inner(log, methods) {
  return {
    [Symbol.asyncIterator]() {
      return {
        next(...args) {
          log.push(`next ${args.length} ${args[0]}`);
          return { value: Promise.resolve('raw'), done: args[0] === 'end' };
        },
        ...methods(log),
      };
    },
  };
}

const kinds = [
  () => ({}),
  (log) => ({
    return(...args) {
      log.push(`return ${args.length}`);
      return Promise.resolve({});
    },
  }),
  () => ({ return: () => Promise.reject('rejected') }),
  (log) => ({
    return(value) {
      log.push(`return ${value}`);
      return { value: `${value}!`, done: true };
    },
    throw(error) {
      log.push(`throw ${error}`);
      return { value: 'thrown', done: error === 'end' };
    },
  }),
  () => ({
    return: (value) => ({ value, done: false }),
    throw: () => 1,
  }),
];

async function* outer(log, methods) {
  try {
    log.push(`result ${await (yield* inner(log, methods))}`);
  } catch (error) {
    log.push(`caught ${error instanceof TypeError ? 'TypeError' : error}`);
  }
  return 'last';
}

const next = (generator, value) => generator.next(value);
const leave = (generator, value) => generator.return(value);
const fail = (generator, value) => generator.throw(value);

async function play(methods, steps) {
  const log = [];
  const generator = outer(log, methods);
  for (const [how, value] of steps) {
    try {
      const { value: given, done } = await how(generator, value);
      log.push(`${typeof given === 'object' ? 'promise' : given} ${done}`);
    } catch (error) {
      log.push(`threw ${error}`);
    }
  }
  return log.join(', ');
}

vmExport(1, () => {
  (async () => {
    for (const kind of kinds) {
      print(await play(kind, [[next, 'a'], [next, 'b'], [next, 'end']]));
      print(await play(kind, [[next, 'a'], [leave, Promise.resolve('r')], [next, 'b']]));
      print(await play(kind, [[next, 'a'], [leave, Promise.reject('r')], [next, 'b']]));
      print(await play(kind, [[next, 'a'], [fail, 't'], [fail, 'end'], [next, 'b']]));
    }
  })();
});

vmExport(2, () => {
  (async () => {
    async function* sync(iterable) {
      return yield* iterable;
    }
    function* three() {
      try {
        print(`got ${yield 1}`);
        print(`got ${yield Promise.resolve(2)}`);
        return Promise.resolve('result');
      } finally {
        print('closed');
      }
    }
    const it = sync(three());
    for (const sent of ['a', 'b', 'c', 'd']) {
      const { value, done } = await it.next(sent);
      print(`${value} ${done}`);
    }
    const left = sync(three());
    await left.next();
    print((await left.return('left')).value);
    for await (const character of sync('ab')) print(character);
    print(await sync({}).next().catch((error) => error instanceof TypeError));
    print(await sync(null).next().catch((error) => error instanceof TypeError));
  })();
});
// expect: next 1 undefined, promise false, next 1 b, promise false, next 1 end, result raw, last true
// expect: next 1 undefined, promise false, r true, undefined true
// expect: next 1 undefined, promise false, caught TypeError, last true, undefined true
// expect: next 1 undefined, promise false, caught TypeError, last true, threw end, undefined true
// expect: next 1 undefined, promise false, next 1 b, promise false, next 1 end, result raw, last true
// expect: next 1 undefined, promise false, return 1, undefined false, next 1 b, promise false
// expect: next 1 undefined, promise false, return 0, caught TypeError, last true, undefined true
// expect: next 1 undefined, promise false, return 0, caught TypeError, last true, threw end, undefined true
// expect: next 1 undefined, promise false, next 1 b, promise false, next 1 end, result raw, last true
// expect: next 1 undefined, promise false, caught rejected, last true, undefined true
// expect: next 1 undefined, promise false, caught rejected, last true, undefined true
// expect: next 1 undefined, promise false, caught rejected, last true, threw end, undefined true
// expect: next 1 undefined, promise false, next 1 b, promise false, next 1 end, result raw, last true
// expect: next 1 undefined, promise false, return r, r! true, undefined true
// expect: next 1 undefined, promise false, throw r, thrown false, next 1 b, promise false
// expect: next 1 undefined, promise false, throw t, thrown false, throw end, result thrown, last true, undefined true
// expect: next 1 undefined, promise false, next 1 b, promise false, next 1 end, result raw, last true
// expect: next 1 undefined, promise false, r false, next 1 b, promise false
// expect: next 1 undefined, promise false, caught TypeError, last true, undefined true
// expect: next 1 undefined, promise false, caught TypeError, last true, threw end, undefined true
// expect: 1 false
// expect: got b
// expect: 2 false
// expect: got c
// expect: closed
// expect: result true
// expect: undefined true
// expect: closed
// expect: left
// expect: a
// expect: b
// expect: true
// expect: true
