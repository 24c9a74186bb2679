// Primitives inherit setters, which get them as `this`; any other assignment to a property of one throws.
const print = vmImport(1);
const seen = [];

function define(prototype, key) {
  Object.defineProperty(prototype, key, {
    configurable: true,
    get() {
      return 1;
    },
    set(value) {
      seen.push(`${typeof this} ${String(this)} ${value}`);
    },
  });
}
define(Number.prototype, 'x');
define(String.prototype, 'x');
define(Boolean.prototype, 'x');
define(Symbol.prototype, 'x');
define(Object.prototype, 'y');
Object.defineProperty(Number.prototype, 'fixed', { configurable: true, value: 1 });
Object.defineProperty(Number.prototype, 'only', { configurable: true, get: () => 1 });

function kind(f) {
  try {
    return f();
  } catch (error) {
    return error.name;
  }
}

function set(target, key, value) {
  target[key] = value;
  return seen.pop();
}

vmExport(1, () => {
  const symbol = Symbol('s');
  for (const value of [5, 1.5, 'text', true, symbol]) {
    print(set(value, 'x', 7));
    value.x += 1;
    print(seen.pop());
  }
  // expect: number 5 7
  // expect: number 5 2
  // expect: number 1.5 7
  // expect: number 1.5 2
  // expect: string text 7
  // expect: string text 2
  // expect: boolean true 7
  // expect: boolean true 2
  // expect: symbol Symbol(s) 7
  // expect: symbol Symbol(s) 2
  print(set(6, 'y', 8)); // expect: number 6 8
  (7).y = 9;
  print(seen.pop()); // expect: number 7 9
  print(kind(() => { (5).z = 1; })); // expect: TypeError
  print(kind(() => { (5).fixed = 1; })); // expect: TypeError
  print(kind(() => { (5).only = 1; })); // expect: TypeError
  print(kind(() => { 'abc'[0] = 'x'; })); // expect: TypeError
  print(kind(() => { 'abc'[3] = 'x'; })); // expect: TypeError
  print(kind(() => { 'abc'.length = 1; })); // expect: TypeError
  print(kind(() => { symbol.z = 1; })); // expect: TypeError
  print(kind(() => { null.y = 1; })); // expect: TypeError
  (5).__proto__ = null;
  print((5).__proto__ === Number.prototype); // expect: true
  // Other scripts may share these objects.
  for (const { prototype } of [Number, String, Boolean, Symbol]) delete prototype.x;
  delete Object.prototype.y;
  delete Number.prototype.fixed;
  delete Number.prototype.only;
});
