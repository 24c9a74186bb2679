// A text of five thousand characters, made, read and compared.
// heap: large — holds 5,000 characters, and needs room for twice that
const print = vmImport(1);

function run() {
  let s = '0123456789';
  while (s.length < 5000) s += s.length < 2500 ? s : '0123456789';
  print(s.length); // expect: 5000
  print(s[4999] + s[2500] + s[2501]); // expect: 901
  let t = '';
  for (let i = 0; i < 50; i++) t += part();
  print(t === s); // expect: true
  print(t < s + 'x' && t + 'x' > s); // expect: true
  const o = {};
  o[s] = 'found';
  print(o[t]); // expect: found
  let sum = 0;
  for (let i = 0; i < s.length; i += 7) sum += +s[i];
  print(sum); // expect: 3215
}

function part() {
  let p = '';
  for (let i = 0; i < 100; i++) p += i % 10;
  return p;
}

vmExport(1, run);
