// Walking along a collection sees what is added, deleted and cleared meanwhile, however often it is rebuilt.
const print = vmImport(1);

vmExport(1, () => {
  const set = new Set([1, 2, 3]);
  let text = '';
  for (const value of set) {
    text += value + ' ';
    if (value < 30) set.add(value + 10);
    set.delete(value - 1);
  }
  print(text.trim()); // expect: 1 2 3 11 12 13 21 22 23 31 32 33
  print([...set].join()); // expect: 3,13,23,33
  const again = new Set(['a', 'b']);
  text = '';
  let times = 0;
  for (const value of again) {
    text += value;
    again.delete(value);
    if (times++ < 5) again.add(value);
  }
  print(text + again.size); // expect: abababa0
  const map = new Map();
  for (let i = 0; i < 40; i++) map.set(i, i * i);
  const entries = map.entries();
  for (let i = 0; i < 10; i++) entries.next();
  for (let i = 0; i < 35; i++) if (i !== 20) map.delete(i);
  for (let i = 100; i < 150; i++) map.set(i, i);
  print(entries.next().value.join()); // expect: 20,400
  for (let i = 100; i < 140; i++) map.delete(i);
  for (let i = 200; i < 220; i++) map.set(i, i);
  print(entries.next().value.join()); // expect: 35,1225
  map.clear();
  map.set('new', 1).set('last', 2);
  print(entries.next().value.join()); // expect: new,1
  print(entries.next().value.join()); // expect: last,2
  print(entries.next().done); // expect: true
  map.set('after', 3);
  print(entries.next().done); // expect: true
  text = '';
  map.forEach((value, key) => {
    text += key + value + ' ';
    if (key === 'new') {
      map.clear();
      map.set('x', 8);
    }
    if (value < 10) map.set('y' + value, value + 1);
  });
  print(text.trim()); // expect: new1 x8 y12 y89 y23 y910 y34 y45 y56 y67 y78
});
