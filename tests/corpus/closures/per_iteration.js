// Each iteration of a for with let has a variable of its own; with var, all share one.
const print = vmImport(1);

const built = [];
for (let i = 0; i < 3; i++) built.push(() => i);

function run() {
  print(built[0]() + '' + built[1]() + built[2]()); // expect: 012
  const a = [];
  for (let i = 0; i < 3; i++) a.push(() => i);
  print(a[0]() + '' + a[1]() + a[2]()); // expect: 012
  const b = [];
  for (var j = 0; j < 3; j++) b.push(() => j);
  print(b[0]() + '' + b[1]() + b[2]()); // expect: 333

  // Setters change their own iteration's variable only.
  const c = [];
  for (let i = 0; i < 3; i++) c.push({ get: () => i, add: (d) => { i += d; } });
  c[1].add(10);
  print(c[0].get() + ' ' + c[1].get() + ' ' + c[2].get()); // expect: 0 11 2

  // Two variables, and a block within.
  const d = [];
  for (let i = 0, n = 10; i < 3; i++, n--) {
    const product = i * n;
    d.push(() => i + ':' + n + ':' + product);
  }
  print(d[0]() + ' ' + d[1]() + ' ' + d[2]()); // expect: 0:10:0 1:9:9 2:8:16

  const e = [];
  for (let i = 0; i < 4; i++) {
    if (i === 1) continue;
    if (i === 3) break;
    e.push(() => i);
  }
  print(e.length + ' ' + e[0]() + e[1]()); // expect: 2 02
}

vmExport(1, run);
