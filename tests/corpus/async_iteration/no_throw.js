// What `yield*` delegates to and has neither `throw` nor `return` isn't waited for.
// call: 1
const print = vmImport(1);
const source = {
  [Symbol.asyncIterator]() {
    return this;
  },
  next() {
    return { value: 1, done: false };
  },
};

async function* delegate() {
  yield* source;
}

vmExport(1, () => {
  const log = [];
  const it = delegate();
  it.next().then((result) => log.push(result.value));
  it.throw(2).catch((error) => log.push(error instanceof TypeError));
  let ticks = Promise.resolve();
  for (let i = 1; i < 5; i++) ticks = ticks.then(() => log.push(`tick ${i}`));
  ticks.then(() => print(log.join())); // expect: tick 1,1,true,tick 2,tick 3,tick 4
});
