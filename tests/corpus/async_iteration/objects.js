// What async generators and their functions inherit from, and whose methods they are.
// call: 1
// call: 2
const print = vmImport(1);

async function* empty() {}
const AsyncGenerator = Object.getPrototypeOf(empty.prototype);
const AsyncIterator = Object.getPrototypeOf(AsyncGenerator);
const AsyncGeneratorFunction = Object.getPrototypeOf(empty);

function describe(object, key) {
  const { writable, enumerable, configurable, value } = Object.getOwnPropertyDescriptor(object, key);
  const what = typeof value === 'function' ? `${value.name} ${value.length}` : String(value);
  return `${what} ${writable} ${enumerable} ${configurable}`;
}

vmExport(1, () => {
  print(Reflect.ownKeys(AsyncGenerator).map(String).join()); // expect: constructor,next,return,throw,Symbol(Symbol.toStringTag)
  for (const key of ['next', 'return', 'throw', Symbol.toStringTag]) print(describe(AsyncGenerator, key));
  // expect: next 1 true false true
  // expect: return 1 true false true
  // expect: throw 1 true false true
  // expect: AsyncGenerator false false true
  print(describe(AsyncIterator, Symbol.asyncIterator)); // expect: [Symbol.asyncIterator] 0 true false true
  print(Object.getPrototypeOf(AsyncIterator) === Object.prototype); // expect: true
  print(describe(empty, 'prototype')); // expect: [object AsyncGenerator] true false false
  print(Object.getOwnPropertyNames(empty.prototype).length); // expect: 0
  print(describe(AsyncGeneratorFunction, Symbol.toStringTag)); // expect: AsyncGeneratorFunction false false true
  print(describe(AsyncGeneratorFunction, 'prototype')); // expect: [object AsyncGenerator] false false true
  print(AsyncGeneratorFunction.prototype === AsyncGenerator); // expect: true
  print(AsyncGenerator.constructor === AsyncGeneratorFunction); // expect: true
  print(Object.getPrototypeOf(AsyncGeneratorFunction) === Function.prototype); // expect: true
  print(Object.prototype.toString.call(empty())); // expect: [object AsyncGenerator]
  print(Object.prototype.toString.call(empty)); // expect: [object AsyncGeneratorFunction]
  print(empty() instanceof empty); // expect: true
  const it = empty();
  print(it[Symbol.asyncIterator]() === it); // expect: true
  it.own = 1;
  print(Object.keys(it).join()); // expect: own
});

vmExport(2, () => {
  (async () => {
    const { next } = AsyncGenerator;
    function* other() {}
    for (const receiver of [undefined, 1, {}, next, other(), empty, empty.prototype, Object.create(empty())]) {
      const promise = next.call(receiver);
      print(promise instanceof Promise && await promise.catch((error) => error instanceof TypeError));
    }
    // expect: true
    // expect: true
    // expect: true
    // expect: true
    // expect: true
    // expect: true
    // expect: true
    // expect: true
    async function* changed() {}
    changed.prototype = null;
    print(Object.getPrototypeOf(changed()) === AsyncGenerator); // expect: true
    const own = { __proto__: AsyncGenerator, tag: 'own' };
    changed.prototype = own;
    print(changed().tag); // expect: own
  })();
});
