// Async iterators over sync ones: what is passed on, what is awaited, and when the iterator is closed.
// node: skip — it closes less than ECMAScript 2025 has it
const print = vmImport(1);

function iterable(log, { value, done = false, close = () => ({}) }) {
  return {
    [Symbol.iterator]() {
      return {
        next(...args) {
          log.push(`next ${args.length}`);
          return { get value() { log.push('value'); return value; }, get done() { log.push('done'); return done; } };
        },
        return(...args) {
          log.push(`return ${args.length}`);
          return close();
        },
      };
    },
  };
}

const broken = Promise.resolve();
Object.defineProperty(broken, 'constructor', { get() { throw 'constructor'; } });

async function loop(iterable) {
  for await (const x of iterable) return x;
}

async function delegate(iterable, how) {
  const it = (async function* () {
    yield* iterable;
  })();
  await it.next();
  return (await it[how]('sent')).value;
}

vmExport(1, () => {
  (async () => {
    const play = async (name, use) => {
      const log = [];
      try {
        log.push(`=> ${await use(log)}`);
      } catch (error) {
        log.push(`threw ${error instanceof TypeError ? 'TypeError' : error}`);
      }
      print(`${name}: ${log.join(', ')}`);
    };
    await play('value', (log) => loop(iterable(log, { value: Promise.resolve('v') })));
    await play('rejected', (log) => loop(iterable(log, { value: Promise.reject('r') })));
    await play('rejected and done', (log) => loop(iterable(log, { value: Promise.reject('r'), done: true })));
    await play('rejected, return throws', (log) =>
      loop(iterable(log, { value: Promise.reject('r'), close: () => { throw 'lost'; } })));
    await play('constructor', (log) => loop(iterable(log, { value: broken })));
    await play('constructor and done', (log) => loop(iterable(log, { value: broken, done: true })));
    await play('return is no object', (log) => loop(iterable(log, { value: 1, close: () => 1 })));
    await play('no throw', (log) => delegate(iterable(log, { value: 1 }), 'throw'));
    await play('no throw, return throws', (log) =>
      delegate(iterable(log, { value: 1, close: () => { throw 'close'; } }), 'throw'));
    await play('return gives a rejection', (log) =>
      delegate(iterable(log, { value: 1, close: () => ({ value: Promise.reject('r'), done: false }) }), 'return'));
    await play('return', (log) =>
      delegate(iterable(log, { value: 1, close: () => ({ value: Promise.resolve('closed'), done: true }) }), 'return'));
    // expect: value: next 0, done, value, return 0, => v
    // expect: rejected: next 0, done, value, return 0, threw r
    // expect: rejected and done: next 0, done, value, threw r
    // expect: rejected, return throws: next 0, done, value, return 0, threw r
    // expect: constructor: next 0, done, value, return 0, threw constructor
    // expect: constructor and done: next 0, done, value, threw constructor
    // expect: return is no object: next 0, done, value, return 0, threw TypeError
    // expect: no throw: next 1, done, value, return 0, threw TypeError
    // expect: no throw, return throws: next 1, done, value, return 0, threw close
    // expect: return gives a rejection: next 1, done, value, return 1, threw r
    // expect: return: next 1, done, value, return 1, => closed
  })();
});
