// What can't be defined, what descriptors are read as, and in which order.
const print = vmImport(1);

function kind(f) {
  try {
    const result = f();
    return result === undefined ? 'nothing' : result;
  } catch (error) {
    return error.name ?? error;
  }
}

vmExport(1, () => {
  print(kind(() => Object.defineProperty(1, 'x', {}))); // expect: TypeError
  print(kind(() => Object.defineProperty({}, 'x'))); // expect: TypeError
  print(kind(() => Object.defineProperty({}, 'x', 1))); // expect: TypeError
  print(kind(() => Object.defineProperty({}, 'x', { get: 1 }))); // expect: TypeError
  print(kind(() => Object.defineProperty({}, 'x', { set: null }))); // expect: TypeError
  print(kind(() => Object.defineProperty({}, 'x', { get() {}, value: 1 }))); // expect: TypeError
  print(kind(() => Object.defineProperty({}, 'x', { set() {}, writable: true }))); // expect: TypeError
  print(kind(() => Object.getOwnPropertyDescriptor(null, 'x'))); // expect: TypeError
  print(kind(() => Object.getOwnPropertyDescriptor(1, 'x'))); // expect: nothing
  print(kind(() => Object.defineProperties({}, undefined))); // expect: TypeError
  print(kind(() => Object.defineProperties({}, { x: 1 }))); // expect: TypeError

  // The order in which a descriptor is read; inherited parts count.
  let log = '';
  const parts = {};
  for (const key of ['set', 'get', 'configurable', 'enumerable']) {
    Object.defineProperty(parts, key, {
      get() {
        log += `${key} `;
        return undefined;
      },
    });
  }
  const target = {};
  const key = { toString: () => ((log += 'key '), 'k') };
  Object.defineProperty(target, key, Object.create(parts));
  print(log.trim()); // expect: key enumerable configurable get set
  const it = Object.getOwnPropertyDescriptor(target, key);
  print(Object.keys(it).join()); // expect: get,set,enumerable,configurable
  print(`${it.get} ${it.set} ${it.enumerable} ${it.configurable}`); // expect: undefined undefined false false
  print(target.k === undefined); // expect: true
  print(kind(() => (target.k = 1))); // expect: TypeError
  print(Object.keys(Object.getOwnPropertyDescriptor({ a: 1 }, 'a')).join());
  // expect: value,writable,enumerable,configurable

  // Several at once: all descriptors are read first, and hidden ones aren't.
  const properties = { a: { value: 1, enumerable: true }, b: { get: () => 2 } };
  Object.defineProperty(properties, 'c', { value: { value: 3 } });
  const made = Object.defineProperties({}, properties);
  print(Object.getOwnPropertyNames(made).join()); // expect: a,b
  print(made.a + made.b); // expect: 3
  const half = {};
  print(kind(() => Object.defineProperties(half, { a: { value: 1 }, b: 2 }))); // expect: TypeError
  print(Object.getOwnPropertyNames(half).length); // expect: 0
  const created = Object.create({ up: 1 }, { own: { value: 2, writable: true } });
  created.own++;
  print(`${created.up} ${created.own} ${Object.keys(created).length}`); // expect: 1 3 0
  print(kind(() => Object.create({}, null))); // expect: TypeError
  print(kind(() => Object.create({}, { x: 5 }))); // expect: TypeError

  // -0 and NaN.
  const numbers = Object.defineProperties({}, { zero: { value: -0 }, nan: { value: NaN } });
  print(kind(() => Object.defineProperty(numbers, 'zero', { value: 0 }))); // expect: TypeError
  print(1 / Object.defineProperty(numbers, 'zero', { value: -0 }).zero === -Infinity); // expect: true
  print(Object.defineProperty(numbers, 'nan', { value: NaN }) === numbers); // expect: true
});
