// Many keys of each kind, with collections in between: objects move, and are found again.
// heap: large — 450 keys.
// stress: skip — each look-up of an object fills the slots again.
const print = vmImport(1);

vmExport(1, () => {
  const map = new Map();
  const objects = [];
  for (let i = 0; i < 150; i++) {
    const object = { i };
    objects.push(object);
    map.set(object, i).set('text' + i, i).set(i * 3, -i);
    // Garbage, so that what is below it moves.
    for (let k = 0; k < 10; k++) objects['length'] === [k];
  }
  let wrong = 0;
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 150; i++) {
      if (map.get(objects[i]) !== i || map.get('text' + i) !== i || map.get(i * 3) !== -i) wrong++;
      if (map.has({ i }) || map.has('text' + (i + 150)) || map.has(i * 3 + 1)) wrong++;
    }
  }
  print(map.size + ' ' + wrong); // expect: 450 0
  for (let i = 0; i < 150; i += 2) map.delete(objects[i]);
  for (let i = 0; i < 150; i++) if (map.has(objects[i]) !== (i % 2 === 1)) wrong++;
  print(map.size + ' ' + wrong); // expect: 375 0
});
