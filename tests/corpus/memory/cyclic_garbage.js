// Rings that nothing refers to any more.
const print = vmImport(1);

function run() {
  let keep = null;
  for (let i = 0; i < 1000; i++) {
    const a = { i }, b = { a }, c = [b];
    a.c = c;
    const f = () => a.c[0].a.i + (f.self === f ? 1 : 0);
    f.self = f;
    a.f = f;
    if (i === 777) keep = b;
  }
  print(keep.a.f()); // expect: 778
  print(keep.a.c[0] === keep); // expect: true
}

vmExport(1, run);
