// heap: large — 120 calls at once don't fit 16 kB
// call: 1("a", "a")
// call: 2
// What a native pushes has room wherever a segment of the stack ends: here it makes the `prototype` of a function, and
// shapes for its properties, at many depths of calls.
const print = vmImport(1);
let left = 120;
const tick = () => left-- <= 0;
function caught(e) {
  print(e);
}

function spread(a = (2147483648).valueOf(), b = { a: null }) {
  if (tick()) return 'undefined'.charCodeAt(2147483648);
  isNaN(spread(...new Map()));
  async function later(c, d) {
    if (tick()) return;
    try {
      const [e, f = await 1] = [await 2];
      print(f);
    } catch (g) {
      caught(g);
    }
  }
  class First {}
  class Second {}
}

vmExport(1, spread);
vmExport(2, () => print(left)); // expect: -1
