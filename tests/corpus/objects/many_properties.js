// Seventy properties by computed names: more than any fixed layout wants to hold.
const print = vmImport(1);

function run() {
  const o = {};
  for (let i = 0; i < 70; i++) o['k' + i] = i * i;
  let sum = 0;
  for (let i = 0; i < 70; i++) sum += o['k' + i];
  print(sum); // expect: 111895
  print(o.k0 + o.k7 + o.k69); // expect: 4810
  print('k69' in o && !('k70' in o)); // expect: true
  for (let i = 0; i < 70; i += 2) delete o['k' + i];
  let present = 0;
  for (let i = 0; i < 70; i++) if ('k' + i in o) present++;
  print(present); // expect: 35
  print(o.k1 + o.k69); // expect: 4762
  print(o.k2 === undefined); // expect: true
  o.k2 = 'back';
  o.k1 += 0.5;
  print(o.k2 + o.k1); // expect: back1.5
  for (let i = 0; i < 20; i++) o[i] = i;
  print(o[0] + o['19'] + o.k69); // expect: 4780
}

vmExport(1, run);
