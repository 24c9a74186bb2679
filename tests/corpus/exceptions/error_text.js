// The text of an error, where nothing else asks for its properties' attributes.
const print = vmImport(1);

class Custom extends Error {
  get name() {
    return 'Custom';
  }
}

vmExport(1, () => {
  try {
    null.x;
  } catch (error) {
    print(`${error}`.slice(0, 9)); // expect: TypeError
    error.message = 'changed';
    print(String(error)); // expect: TypeError: changed
  }
  print(`${new Custom('text')}`); // expect: Custom: text
  print([new Error('a'), new RangeError('b')].join()); // expect: Error: a,RangeError: b
  print(new Error('outer', { cause: new Error('inner') }).cause.message); // expect: inner
});
