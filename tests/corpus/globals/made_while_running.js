// A global may be made after the snapshot, by a name or by a computed key.
const print = vmImport(1);

const read = () => late;
const make = (name, value) => { globalThis[name] = value; };
const nameOf = (f) => {
  try {
    return f();
  } catch (e) {
    return e.name;
  }
};

vmExport(1, () => {
  print(nameOf(read)); // expect: ReferenceError
  print(typeof late); // expect: undefined
  globalThis.late = 1;
  print(nameOf(read)); // expect: 1
  late += 1;
  print(typeof late + late); // expect: number2
  make('later', () => 'called');
  print(later()); // expect: called
  for (const key of ['p', 'q']) make(key, key + key);
  print(p + q); // expect: ppqq
});
