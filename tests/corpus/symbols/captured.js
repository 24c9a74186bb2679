// Symbols that exist when the snapshot is taken: as values, as keys of captured objects, in closures.
// call: 1
// call: 2
// call: 1
const print = vmImport(1);

const key = Symbol('key');
const other = Symbol();
const object = { a: 1, [key]: 2 };
object[other] = 3;
const frozen = { [key]: 'kept' };
class Box {
  constructor(value) {
    this[key] = value;
  }
  [other]() {
    return this[key] * 2;
  }
  static [key] = 'static';
}
const box = new Box(21);

vmExport(1, () => {
  print(object[key]); // expect: 2
  print(object[other]); // expect: 3
  print(frozen[key] ?? 'gone'); // expect: kept
  print(box[other]()); // expect: 42
  print(Box[key]); // expect: static
  print(new Box(4)[other]()); // expect: 8
  print(key in object); // expect: true
  print(key in box); // expect: true
  print(other in frozen); // expect: false
  print(typeof key); // expect: symbol
});
vmExport(2, () => {
  object[key]++;
  object[other] = 'new';
  delete frozen[key];
  box[key] = 50;
  Box[key] = 'changed';
});
// The first function again:
// expect: 3
// expect: new
// expect: gone
// expect: 100
// expect: changed
// expect: 8
// expect: true
// expect: true
// expect: false
// expect: symbol
