// `__proto__: value` in a literal sets the prototype; other forms of the name are ordinary properties.
const print = vmImport(1);

const base = { greet() { return `hello ${this.name}`; }, name: 'base' };
const child = { __proto__: base, name: 'child' };
const late = { name: 'late', '__proto__': child, own: true };
const bare = { __proto__: null, x: 1 };
const say = (text, value) => {
  print(text);
  return value;
};

vmExport(1, () => {
  print(child.greet()); // expect: hello child
  print(`${late.greet()} ${Object.keys(late).length}`); // expect: hello late 2
  print(`${Object.getPrototypeOf(child) === base} ${Object.getPrototypeOf(late) === child}`); // expect: true true
  print(`${bare.x} ${Object.getPrototypeOf(bare) === null} ${'toString' in bare}`); // expect: 1 true false
  print(`${'greet' in late} ${Object.hasOwn(late, '__proto__')}`); // expect: true false
  // What is neither an object nor null is ignored.
  const ignored = { __proto__: 5, a: 1 };
  print(`${Object.getPrototypeOf(ignored) === Object.getPrototypeOf({})} ${ignored.a}`); // expect: true 1
  // These are no prototypes.
  const __proto__ = 'value';
  const shorthand = { __proto__ };
  print(`${Object.hasOwn(shorthand, '__proto__')} ${Object.getPrototypeOf(shorthand) === Object.getPrototypeOf({})}`); // expect: true true
  const computed = { ['__proto__']: 1 };
  print(Object.hasOwn(computed, '__proto__')); // expect: true
  const method = { __proto__() { return 'method'; } };
  print(Object.hasOwn(method, '__proto__')); // expect: true

  const made = { a: say('a', 1), __proto__: say('prototype', { b: 2 }), [say('key', 'c')]: say('c', 3) };
  // expect: a
  // expect: prototype
  // expect: key
  // expect: c
  print(`${made.a} ${made.b} ${made.c} ${Object.keys(made).length}`); // expect: 1 2 3 2
  const overriding = { __proto__: base, greet() { return `${super.greet()}!`; } };
  print(overriding.greet()); // expect: hello base!
  base.name = 'changed';
  print(overriding.greet()); // expect: hello changed!
  const list = [];
  for (const n of [1, 2]) list.push({ __proto__: { n }, own: n });
  print(`${list[0].n} ${list[1].n}`); // expect: 1 2
});
