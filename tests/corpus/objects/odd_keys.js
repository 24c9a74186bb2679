// Names that could mean something to an engine are ordinary keys.
const print = vmImport(1);

function run() {
  const o = {};
  const names = ['length', 'prototype', 'name', 'message', 'push', 'undefined', 'null', 'true', ' ', 'a b', '0x1', '1e3', 'π', '😀'];
  for (let i = 0; i < names.length; i++) o[names[i]] = i;
  let sum = 0;
  for (let i = 0; i < names.length; i++) sum += o[names[i]];
  print(sum); // expect: 91
  print(o.length + o.push + o.π); // expect: 16
  print(o[undefined] + o[null] + o[true]); // expect: 18
  print(o[1] === undefined && o[1000] === undefined); // expect: true
  delete o.length;
  print(o.length === undefined && o.push === 4); // expect: true
}

vmExport(1, run);
