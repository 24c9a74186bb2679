// What Object.prototype.toString says of errors: those that a constructor of errors has initialized.
const print = vmImport(1);
const text = (value) => Object.prototype.toString.call(value);

class Own extends TypeError {}

const early = new RangeError('early');

vmExport(1, () => {
  print(text(early)); // expect: [object Error]
  print(text(new Own())); // expect: [object Error]
  print(text(Object.create(early))); // expect: [object Object]
  print(text(Error.prototype)); // expect: [object Object]
  try {
    null.x;
  } catch (error) {
    print(text(error)); // expect: [object Error]
  }
  const tagged = new Error();
  tagged[Symbol.toStringTag] = 'Mine';
  print(text(tagged)); // expect: [object Mine]
  print(JSON.stringify(new Error('no own keys'))); // expect: {}
  print(Object.getOwnPropertyNames(new Error('one')).includes('message')); // expect: true
});
