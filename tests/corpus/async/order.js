// Jobs run when the call of the host is done, in the order of the specification.
const print = vmImport(1);

const log = (text) => print(text);

async function twice(name) {
  log(`${name} 1`);
  await undefined;
  log(`${name} 2`);
  await null;
  log(`${name} 3`);
}

vmExport(1, () => {
  twice('a');
  Promise.resolve()
    .then(() => log('then 1'))
    .then(() => log('then 2'))
    .then(() => log('then 3'));
  twice('b');
  log('end');
  // expect: a 1
  // expect: b 1
  // expect: end
  // expect: a 2
  // expect: then 1
  // expect: b 2
  // expect: a 3
  // expect: then 2
  // expect: b 3
  // expect: then 3
});
