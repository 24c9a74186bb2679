// Resolving with a promise takes two jobs more than with another value, and with any thenable one more.
const print = vmImport(1);

const thenable = {
  then(resolve) {
    print('then called');
    resolve('thenable');
  },
};

async function ticks(count) {
  for (let i = 1; i <= count; i++) {
    await undefined;
    print(i);
  }
}

async function returnsPromise() {
  return Promise.resolve('promise');
}

async function returnsValue() {
  return 'value';
}

async function awaitsThenable() {
  print(await thenable);
}

vmExport(1, () => {
  ticks(5);
  returnsPromise().then(print);
  returnsValue().then(print);
  awaitsThenable();
  new Promise((resolve) => resolve(thenable)).then(print);
  new Promise((resolve) => resolve(Promise.resolve('adopted'))).then(print);
  // expect: 1
  // expect: value
  // expect: then called
  // expect: then called
  // expect: 2
  // expect: thenable
  // expect: thenable
  // expect: 3
  // expect: promise
  // expect: adopted
  // expect: 4
  // expect: 5
});
