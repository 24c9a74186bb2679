// How many jobs async generators take: what is yielded is awaited, what is returned too, and nothing else.
// call: 1
// call: 2
const print = vmImport(1);

async function ticks(count) {
  for (let i = 1; i <= count; i++) {
    await undefined;
    print(i);
  }
}

async function* yields() {
  print('started');
  yield 'yielded';
  yield Promise.resolve('promise');
  return Promise.resolve('returned');
}

async function* delegates() {
  yield* yields();
}

async function loop(name, iterable) {
  for await (const value of iterable) print(`${name} ${value}`);
  print(`${name} ended`);
}

vmExport(1, () => {
  ticks(8);
  const it = yields();
  it.next().then(({ value }) => print(value));
  it.next().then(({ value }) => print(value));
  it.next().then(({ value }) => print(value));
  it.return(Promise.resolve('again')).then(({ value }) => print(value));
});

vmExport(2, () => {
  ticks(14);
  loop('array', ['a', Promise.resolve('b')]);
  loop('yields', yields());
  loop('delegates', delegates());
});
// expect: started
// expect: 1
// expect: 2
// expect: yielded
// expect: 3
// expect: promise
// expect: 4
// expect: returned
// expect: 5
// expect: again
// expect: 6
// expect: 7
// expect: 8
// expect: started
// expect: started
// expect: 1
// expect: 2
// expect: array a
// expect: yields yielded
// expect: 3
// expect: delegates yielded
// expect: 4
// expect: array b
// expect: yields promise
// expect: 5
// expect: 6
// expect: array ended
// expect: yields ended
// expect: delegates promise
// expect: 7
// expect: 8
// expect: 9
// expect: delegates ended
// expect: 10
// expect: 11
// expect: 12
// expect: 13
// expect: 14
