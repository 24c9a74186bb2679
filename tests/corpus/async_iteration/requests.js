// Requests to an async generator wait in a queue: each is answered when those before it are, whatever the body awaits.
const print = vmImport(1);

async function* count() {
  const got = [];
  try {
    got.push(yield 1);
    got.push(yield Promise.resolve(2));
    got.push(await Promise.resolve('awaited'));
    got.push(yield 3);
    return Promise.resolve('returned');
  } finally {
    print(`finally: ${got.join('+')}.`);
    await undefined;
  }
}

const show = (name) => ({ value, done }) => print(`${name}: ${value} ${done}`);
const fail = (name) => (error) => print(`${name} threw ${error}`);

vmExport(1, () => {
  const all = count();
  for (const name of ['a', 'b', 'c', 'd', 'e']) all.next(name).then(show(name));
  all.return(Promise.resolve('r')).then(show('f'));
  all.return(Promise.reject('rejected')).catch(fail('g'));
  all.throw('t').catch(fail('h'));
  all.next().then(show('i'));

  const ended = count();
  ended.return('early').then(show('j'));
  ended.next().then(show('k'));
  const thrown = count();
  thrown.throw('at the start').catch(fail('l'));
  thrown.next().then(show('m'));

  const caught = count();
  caught.next().then(show('n'));
  caught.throw('into').catch(fail('o'));
  const left = count();
  left.next().then(show('p'));
  left.return(Promise.resolve('left')).then(show('q'));
  left.next().then(show('r'));
});
// expect: l threw at the start
// expect: m: undefined true
// expect: finally: .
// expect: a: 1 false
// expect: j: early true
// expect: k: undefined true
// expect: n: 1 false
// expect: p: 1 false
// expect: finally: .
// expect: b: 2 false
// expect: o threw into
// expect: q: left true
// expect: r: undefined true
// expect: c: 3 false
// expect: finally: b+c+awaited+d.
// expect: d: returned true
// expect: e: undefined true
// expect: f: r true
// expect: g threw rejected
// expect: h threw t
// expect: i: undefined true
