// What the constructor's own functions give.
const print = vmImport(1);

const soon = (value) => Promise.resolve(value);
const fails = (reason) => Promise.reject(reason);

async function outcome(promise) {
  try {
    return `fulfilled [${await promise}]`;
  } catch (error) {
    return `rejected ${typeof error === 'string' ? error : error.name}`;
  }
}

async function show(promise) {
  print(await outcome(promise));
}

async function main() {
  await show(Promise.all([1, soon(2), soon(soon(3))])); // expect: fulfilled [1,2,3]
  await show(Promise.all([])); // expect: fulfilled []
  await show(Promise.all([soon(1), fails('no'), fails('later')])); // expect: rejected no
  await show(Promise.all(5)); // expect: rejected TypeError
  const [one, no] = await Promise.allSettled([1, fails('no')]);
  print(`${one.status} ${one.value} ${no.status} ${no.reason}`); // expect: fulfilled 1 rejected no
  await show(Promise.any([fails(1), soon(2), soon(3)])); // expect: fulfilled [2]
  await show(Promise.any([fails(1), fails(2)])); // expect: rejected AggregateError
  await show(Promise.any([])); // expect: rejected AggregateError
  await Promise.any([fails(1), fails(2)]).catch((error) => print(error.errors.join())); // expect: 1,2
  await show(Promise.race([new Promise(() => {}), soon('first'), fails('second')])); // expect: fulfilled [first]
  await show(Promise.race([fails('first'), soon('second')])); // expect: rejected first
  const same = soon(1);
  print(Promise.resolve(same) === same); // expect: true
  print(Promise.reject(same).catch((it) => print(it === same)) instanceof Promise); // expect: true
  await undefined;
  // expect: true
  let closed = 0;
  const endless = {
    [Symbol.iterator]: () => ({
      next: () => ({ value: 1, done: false }),
      return() {
        closed++;
        return {};
      },
    }),
  };
  class Broken extends Promise {
    static resolve() {
      throw 'broken';
    }
  }
  await show(Broken.all(endless)); // expect: rejected broken
  print(closed); // expect: 1
}

vmExport(1, () => {
  main();
});
