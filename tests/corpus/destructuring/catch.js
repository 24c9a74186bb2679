// A `catch` clause takes apart what was thrown, errors of the engine too.
const print = vmImport(1);

vmExport(1, () => {
  try {
    throw { code: 7, list: [1, 2] };
  } catch ({ code, list: [, second], missing = code + 1 }) {
    print(`${code} ${second} ${missing}`); // expect: 7 2 8
  }
  try {
    null.x;
  } catch ({ name, message: { length } }) {
    print(`${name} ${length > 0}`); // expect: TypeError true
  }
  try {
    throw 'ab';
  } catch ([a, b, c = a]) {
    print(a + b + c); // expect: aba
  }
  // What the pattern throws leaves the clause.
  try {
    try {
      throw null;
    } catch ({ a }) {
      print('never');
    } finally {
      print('finally'); // expect: finally
    }
  } catch (error) {
    print(error instanceof TypeError); // expect: true
  }
  try {
    try {
      throw {};
    } catch ({ a = b, b }) {
      print('never');
    }
  } catch (error) {
    print(error instanceof ReferenceError); // expect: true
  }
  const getters = [];
  for (const value of [1, 2]) {
    try {
      throw { value };
    } catch ({ value: caught }) {
      getters.push(() => caught);
    }
  }
  print(getters[0]() + getters[1]()); // expect: 3
});
