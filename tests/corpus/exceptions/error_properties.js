// What errors have: own properties that aren't enumerable, a cause, defaults on the prototypes, a text.
const print = vmImport(1);

class Special extends RangeError {
  constructor(message, code) {
    super(message, { cause: code });
    this.code = code;
  }
}
Special.prototype.name = 'Special';
const captured = new TypeError('captured', { cause: 'before' });

function test(error) {
  print(`${error}`);
  print(Object.keys(error).length + JSON.stringify(error));
  let keys = '';
  for (const key in error) keys += key;
  print(keys === '');
  print(Object.getOwnPropertyNames(error).filter((it) => it !== 'stack').join());
  const message = Object.getOwnPropertyDescriptor(error, 'message');
  print(`${message.value} ${message.writable} ${message.enumerable} ${message.configurable}`);
  print(Object.hasOwn(error, 'name'));
  print({ ...error }.message === undefined);
  print(error.cause);
}

vmExport(1, () => {
  test(captured);
  // expect: TypeError: captured
  // expect: 0{}
  // expect: true
  // expect: message,cause
  // expect: captured true false true
  // expect: false
  // expect: true
  // expect: before
  test(new Error('later', { cause: 'after' }));
  // expect: Error: later
  // expect: 0{}
  // expect: true
  // expect: message,cause
  // expect: later true false true
  // expect: false
  // expect: true
  // expect: after

  print('message' in new Error() && !Object.hasOwn(new Error(), 'message')); // expect: true
  print(new Error().message === ''); // expect: true
  print(Object.hasOwn(new Error(undefined, { cause: undefined }), 'cause')); // expect: true
  print(Object.hasOwn(new Error('x', {}), 'cause')); // expect: false
  print(Object.hasOwn(new Error('x', 5), 'cause')); // expect: false
  print(Object.hasOwn(new Error('x', null), 'cause')); // expect: false
  print(new Error('x', { get cause() { return 'got'; } }).cause); // expect: got
  print(new Error({ toString: () => 'object' }).message); // expect: object
  print(new Error(null).message); // expect: null
  print(new Error('').toString()); // expect: Error
  print(RangeError('called', { cause: 1 }).cause); // expect: 1
  print(SyntaxError('called') instanceof SyntaxError); // expect: true

  print(`${new ReferenceError()}`); // expect: ReferenceError
  const renamed = new Error('message');
  renamed.name = '';
  print(`${renamed}`); // expect: message
  renamed.name = undefined;
  print(`${renamed}`); // expect: Error: message
  renamed.message = undefined;
  print(`${renamed}`); // expect: Error
  print(Object.keys(renamed).join()); // expect: name
  const { toString } = Error.prototype;
  print(toString.call({ name: 'n', message: 5 })); // expect: n: 5
  print(toString.call({})); // expect: Error
  try {
    toString.call('text');
  } catch (error) {
    print(error.name); // expect: TypeError
    print(Object.keys(error).length); // expect: 0
  }
  print('a' + new TypeError('b')); // expect: aTypeError: b
  print(Object.getOwnPropertyNames(TypeError.prototype).join()); // expect: constructor,name,message
  print(Object.keys(TypeError.prototype).length + Object.keys(Error.prototype).length); // expect: 0

  print(Object.getPrototypeOf(TypeError) === Error); // expect: true
  const special = new Special('text', 7);
  print(`${special} ${special.cause} ${Object.keys(special)}`); // expect: Special: text 7 code
  print(special instanceof RangeError && special instanceof Error); // expect: true
  const own = Object.assign(new Error('m'), { code: 1 });
  print(JSON.stringify(own)); // expect: {"code":1}
});
