// A queue in a ring, as an event loop has it.
const print = vmImport(1);

const ring = { items: [], head: 0, count: 0, limit: 8 };

function put(x) {
  if (ring.count === ring.limit) return false;
  ring.items[(ring.head + ring.count) % ring.limit] = x;
  ring.count++;
  return true;
}

function take() {
  if (ring.count === 0) return undefined;
  const x = ring.items[ring.head];
  ring.head = (ring.head + 1) % ring.limit;
  ring.count--;
  return x;
}

function run() {
  let refused = 0;
  for (let i = 0; i < 10; i++) if (!put(i)) refused++;
  print(refused); // expect: 2
  let s = '';
  for (let i = 0; i < 100; i++) {
    s = '' + take();
    put(i);
  }
  print(s); // expect: 91
  print(ring.count + ' ' + ring.items.length); // expect: 8 8
  while (ring.count > 0) s += ' ' + take();
  print(s); // expect: 91 92 93 94 95 96 97 98 99
  print(take() === undefined); // expect: true
}

vmExport(1, run);
