// Weak maps and sets of many keys, some of which are deleted.
// call: 1
// call: 2
const print = vmImport(1);
const keys = [];
for (let i = 0; i < 40; i++) keys.push(i % 3 === 0 ? [i] : i % 3 === 1 ? { i } : () => i);
const map = new WeakMap();
const set = new WeakSet();
keys.forEach((key, i) => {
  map.set(key, i);
  if (i % 2) set.add(key);
});
const late = new WeakMap();

function check(map) {
  let sum = 0;
  for (const key of keys) sum += map.get(key) ?? 1000;
  return sum;
}

vmExport(1, () => {
  print(check(map)); // expect: 780
  print(keys.filter((key) => set.has(key)).length); // expect: 20
  for (let i = 0; i < 40; i += 2) map.delete(keys[i]);
  print(check(map)); // expect: 20400
  for (let round = 0; round < 10; round++) {
    for (let i = 0; i < 40; i += 2) map.set(keys[i], i);
    for (let i = 0; i < 40; i += 2) map.delete(keys[i]);
  }
  print(check(map)); // expect: 20400
  for (let i = 0; i < 9; i++) late.set(keys[i], i);
});

vmExport(2, () => {
  print(check(map)); // expect: 20400
  print(check(late)); // expect: 31036
  print(set.delete(keys[1]) + ' ' + set.has(keys[1]) + ' ' + set.has(keys[3])); // expect: true false true
  print(set.add(keys[0]).has(keys[0])); // expect: true
});
