// A tree that lives and changes while garbage is made around it.
const print = vmImport(1);

function build(depth) {
  return depth === 0 ? { n: 1 } : { n: 0, l: build(depth - 1), r: build(depth - 1) };
}

function sum(t) {
  return t.l ? t.n + sum(t.l) + sum(t.r) : t.n;
}

const built = build(4);

function run() {
  const mine = build(5);
  for (let i = 0; i < 30; i++) {
    build(3);
    const side = i % 2 ? 'l' : 'r';
    mine[side] = build(4);
    built[side].n++;
  }
  print(sum(mine)); // expect: 32
  print(sum(built)); // expect: 46
}

vmExport(1, run);
