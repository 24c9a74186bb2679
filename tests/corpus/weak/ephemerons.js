// A key that only its own value refers to goes, with all that it alone is a way to; what other keys lead to stays.
// call: 1
// call: 2
const print = vmImport(1);
const map = new WeakMap();
const other = new WeakMap();
const root = { name: 'root' };

vmExport(1, () => {
  // Were they kept, no heap of a device would hold them.
  for (let i = 0; i < 3000; i++) {
    const key = { i };
    map.set(key, { key, text: 'a value of its own: ' + i });
    other.set(key, [key, map]);
    if (i % 1000 === 0) new WeakMap([[key, map], [map, key]]);
  }
  let key = root;
  for (let i = 0; i < 20; i++) {
    const next = { name: 'link ' + i };
    (i % 2 ? map : other).set(key, next);
    key = next;
  }
});

vmExport(2, () => {
  for (let i = 0; i < 500; i++) new WeakSet().add({ i });
  let key = root;
  for (let i = 0; i < 20; i++) key = (i % 2 ? map : other).get(key);
  print(key.name); // expect: link 19
  print(map.has(root)); // expect: false
});
