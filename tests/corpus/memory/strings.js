// Texts made and dropped, some of them kept, some of them keys.
const print = vmImport(1);

const kept = {};

function run() {
  let last = '';
  for (let i = 0; i < 1000; i++) {
    const s = 'text ' + i + ' of ' + 1000;
    if (i % 100 === 0) kept['k' + i] = s;
    last = s + '!' + last[0];
  }
  print(last); // expect: text 999 of 1000!t
  let s = '';
  for (let i = 0; i < 1000; i += 250) s += kept['k' + i] + ';';
  print(s); // expect: text 0 of 1000;undefined;text 500 of 1000;undefined;
  // Keys that come and go.
  const o = {};
  for (let i = 0; i < 500; i++) {
    o['key' + i] = i;
    if (i >= 5) delete o['key' + (i - 5)];
  }
  print(o.key495 + o.key499 + ('key494' in o)); // expect: 994
  print('key494' in o); // expect: false
}

vmExport(1, run);
