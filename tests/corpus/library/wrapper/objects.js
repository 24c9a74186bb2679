// Objects around numbers, booleans and symbols.
const print = vmImport(1);

const early = new Number(42);
const kept = Object(Symbol('kept'));

vmExport(1, () => {
  print(typeof early); // expect: object
  print(early + 1); // expect: 43
  print(early instanceof Number); // expect: true
  print(early.toFixed(1)); // expect: 42.0
  print(early == 42); // expect: true
  print(early === Object(42)); // expect: false
  print(new Number() + 0); // expect: 0
  print(new Number('0x10').valueOf()); // expect: 16

  const no = new Boolean(false);
  print(no ? 'an object' : 'false'); // expect: an object
  print(`${no}`); // expect: false
  print(no.valueOf()); // expect: false
  print(Object(true) == true); // expect: true

  print(typeof kept); // expect: object
  print(kept.toString()); // expect: Symbol(kept)
  print(kept.description); // expect: kept
  print(kept instanceof Symbol); // expect: true
  const key = Symbol('key');
  print(Object(key).valueOf() === key); // expect: true
  print({ [key]: 'found' }[Object(key)]); // expect: found
  try {
    new Symbol();
  } catch (error) {
    print(error instanceof TypeError); // expect: true
  }

  print(Object.prototype.toString.call(early)); // expect: [object Number]
  print(Object.prototype.toString.call(no)); // expect: [object Boolean]
  print(Object.prototype.toString.call(kept)); // expect: [object Symbol]
  print(typeof Object.prototype.valueOf.call(1)); // expect: object

  // What inherits from one, or has its prototype, is none.
  let refused = 0;
  for (const other of [Object.create(early), Object.create(Number.prototype), {}, null]) {
    try {
      Number.prototype.valueOf.call(other);
    } catch (error) {
      if (error instanceof TypeError) refused++;
    }
  }
  print(refused); // expect: 4
  try {
    Boolean.prototype.toString.call(early);
  } catch (error) {
    print(error instanceof TypeError); // expect: true
  }

  early.unit = 'mm';
  print(early + early.unit); // expect: 42mm
  print(Object.keys(early).join()); // expect: unit
});
