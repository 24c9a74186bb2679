// An object of seventy properties made while building, changed after it.
const print = vmImport(1);

const o = {};
for (let i = 0; i < 70; i++) o['k' + i] = i;
for (let i = 0; i < 70; i += 7) delete o['k' + i];
o[5] = 'five';

function run() {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < 70; i++) {
    if ('k' + i in o) {
      count++;
      sum += o['k' + i];
    }
  }
  print(count + ' ' + sum); // expect: 60 2100
  print(o['5']); // expect: five
  o.k1 = 'changed';
  o.k7 = 'back';
  delete o.k2;
  o.fresh = 'fresh';
  print(o.k1 + o.k7 + o.k2 + o.fresh + o.k69); // expect: changedbackundefinedfresh69
}

vmExport(1, run);
