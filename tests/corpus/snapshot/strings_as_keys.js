// Names used before the snapshot, and texts made after it, meet as keys.
const print = vmImport(1);

const o = { alpha: 1 };
const key = 'be' + 'ta';
o[key] = 2;
const names = ['alpha', 'beta', 'gamma'];

function join(a, b) {
  return a + b;
}

function run() {
  print(o[join('al', 'pha')] + o[join('b', 'eta')]); // expect: 3
  o[join('gam', 'ma')] = 3;
  let sum = 0;
  for (let i = 0; i < names.length; i++) sum += o[names[i]];
  print(sum); // expect: 6
  print(o.gamma); // expect: 3
  o[join('del', 'ta')] = 4;
  print(o[join('d', 'elta')]); // expect: 4
  print(key === join('bet', 'a')); // expect: true
  const p = {};
  p[join('only at', ' run time')] = 'found';
  print(p['only at run time']); // expect: found
}

vmExport(1, run);
