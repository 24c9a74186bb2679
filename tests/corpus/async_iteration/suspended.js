// Async generators and `for await` loops that wait when the snapshot is taken go on after it, with their queues.
// call: 1
// call: 2
// call: 3
const print = vmImport(1);

let open;
const gate = new Promise((resolve) => {
  open = resolve;
});
const log = [];

async function* numbers(name) {
  try {
    log.push(`${name} ${await gate}`);
    for (let i = 1; ; i++) yield i;
  } finally {
    log.push(`${name} closed`);
  }
}

// Waits for the gate, with requests in its queue.
const waiting = numbers('waiting');
const first = waiting.next();
const second = waiting.next();
const third = waiting.return('returned');

async function loop() {
  let sum = 0;
  for await (const number of numbers('loop')) {
    sum += number;
    if (number === 3) return sum;
  }
}
const summed = loop();

async function* simple() {
  const got = yield 'given before';
  yield `then ${got}`;
}
// Hasn't begun, and waits at a `yield`.
const fresh = simple();
const yielding = simple();
yielding.next();

vmExport(1, () => {
  print(log.length); // expect: 0
  open('open');
});

vmExport(2, () => {
  (async () => {
    print(log.join(', ')); // expect: waiting open, loop open, waiting closed, loop closed
    print((await first).value); // expect: 1
    print((await second).value); // expect: 2
    print((await third).value); // expect: returned
    print(await summed); // expect: 6
  })();
});

vmExport(3, () => {
  (async () => {
    print((await fresh.next()).value); // expect: given before
    print((await yielding.next('sent')).value); // expect: then sent
    print((await yielding.next()).done); // expect: true
  })();
});
