// A list of nodes: built, walked, reversed, cut.
const print = vmImport(1);

function cons(head, tail) {
  return { head, tail };
}

function text(list) {
  let s = '';
  for (let n = list; n !== null; n = n.tail) s += n.head;
  return s;
}

function reverse(list) {
  let out = null;
  for (let n = list; n; n = n.tail) out = cons(n.head, out);
  return out;
}

function run() {
  let list = null;
  for (let i = 9; i >= 0; i--) list = cons(i, list);
  print(text(list)); // expect: 0123456789
  print(text(reverse(list))); // expect: 9876543210
  // Reversed in place.
  let previous = null;
  let node = list;
  while (node) {
    const next = node.tail;
    node.tail = previous;
    previous = node;
    node = next;
  }
  print(text(previous)); // expect: 9876543210
  print(text(list)); // expect: 0
  previous.tail.tail = null;
  print(text(previous)); // expect: 98
}

vmExport(1, run);
