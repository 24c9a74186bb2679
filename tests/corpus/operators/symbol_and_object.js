// A symbol beside an object: where both become primitives first, the object's method is called before a symbol throws.
const print = vmImport(1);

let log;

const object = {
  valueOf() {
    log += 'object ';
    return 1;
  },
};
const symbolic = {
  valueOf() {
    log += 'symbolic ';
    return Symbol();
  },
};

function order(operation) {
  log = '';
  try {
    const result = operation();
    log += result;
  } catch (error) {
    log += error instanceof TypeError ? 'TypeError' : 'something else';
  }
  print(log);
}

vmExport(1, () => {
  order(() => Symbol() + object); // expect: object TypeError
  order(() => symbolic + object); // expect: symbolic object TypeError
  order(() => symbolic < object); // expect: symbolic object TypeError
  order(() => object >= symbolic); // expect: object symbolic TypeError
  order(() => symbolic == object); // expect: false
  order(() => symbolic == 1); // expect: symbolic false
  order(() => symbolic + 'text'); // expect: symbolic TypeError
  order(() => symbolic - object); // expect: symbolic TypeError
  order(() => symbolic * object); // expect: symbolic TypeError
  order(() => symbolic >>> object); // expect: symbolic TypeError
  order(() => object | symbolic); // expect: object symbolic TypeError
  order(() => -symbolic); // expect: symbolic TypeError
  order(() => +symbolic); // expect: symbolic TypeError
  order(() => ~symbolic); // expect: symbolic TypeError
  order(() => `${{ toString: symbolic.valueOf }}`); // expect: symbolic TypeError
  let counter = symbolic;
  order(() => counter++); // expect: symbolic TypeError
  order(() => --counter); // expect: symbolic TypeError
});
