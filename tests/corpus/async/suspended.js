// Async functions and promises that wait when the snapshot is taken go on after it.
// call: 1
// call: 2
const print = vmImport(1);

let open;
const gate = new Promise((resolve) => {
  open = resolve;
});
const log = [];

async function worker(name, steps) {
  for (let step = 1; step <= steps; step++) {
    const got = await gate;
    log.push(`${name}${step}${got}`);
  }
  try {
    await Promise.reject(name);
  } catch (error) {
    log.push(`caught ${error}`);
  } finally {
    log.push(`end ${name}`);
  }
  return log.length;
}

const first = worker('a', 2);
worker('b', 1).then((length) => log.push(`b: ${length}`));
const settled = Promise.resolve('settled before');
gate.then((got) => log.push(`then ${got}`));
const failed = Promise.reject('failed before');
failed.catch(() => {});

vmExport(1, () => {
  print(log.length); // expect: 0
  open('!');
});

vmExport(2, () => {
  print(log.join(' ')); // expect: a1! b1! then ! a2! caught b end b caught a end a b: 6
  first.then(print);
  settled.then(print);
  failed.catch(print);
  // expect: 8
  // expect: settled before
  // expect: failed before
});
