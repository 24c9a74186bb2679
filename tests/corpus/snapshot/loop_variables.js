// Environments of iterations, blocks and calls that ended long before the snapshot.
const print = vmImport(1);

const fs = [];
for (let i = 0; i < 3; i++) {
  const square = i * i;
  {
    let text = 'i' + i;
    fs.push({
      get: () => text + square,
      set: (x) => { text = x; },
      peer: () => i,
    });
  }
}
function once() {
  let secret = 1;
  const inner = () => secret++;
  return { a: inner, b: () => secret, c: () => () => inner };
}
const state = once();
const other = once();
state.a();

function run() {
  fs[1].set('changed');
  print(fs[0].get() + ' ' + fs[1].get() + ' ' + fs[2].get()); // expect: i00 changed1 i24
  print(fs[2].peer()); // expect: 2
  print(state.b() + ' ' + other.b()); // expect: 2 1
  print(state.c()()() + state.b()); // expect: 5
  print(other.b()); // expect: 1
}

vmExport(1, run);
