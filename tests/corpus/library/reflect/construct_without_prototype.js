// heap: large — what is made of each of the library's constructors doesn't fit 16 kB
// What is constructed for a `new.target` whose `prototype` is no object gets that of the library's constructor
// (GetPrototypeFromConstructor, ECMAScript 10.1.14), and of a script's `Object.prototype`.
const print = vmImport(1);

function Target() {}
Target.prototype = null;
function Plain() {
  // With another target meanwhile.
  const map = Reflect.construct(Map, [], Object);
  this.isPlain = Object.getPrototypeOf(map) === Object.prototype;
}
class Derived extends Map {
  constructor() {
    const inner = new Map([[1, 2]]);
    const plain = Reflect.construct(Map, [], Object);
    super([['key', inner.get(1)]]);
    this.first = Object.getPrototypeOf(this) === Map.prototype;
    this.plain = Object.getPrototypeOf(plain) === Object.prototype;
  }
}
const others = [
  [Set, [[1, 2]]],
  [WeakMap, []],
  [WeakSet, []],
  [WeakRef, [{}]],
  [Promise, [() => {}]],
  [ArrayBuffer, [4]],
  [DataView, [new ArrayBuffer(4)]],
  [Uint8Array, [4]],
  [Int16Array, [4]],
  [Array, [4]],
  [Object, []],
  [Boolean, [true]],
  [Number, [1]],
  [String, ['text']],
  [Error, ['message']],
  [TypeError, ['message']],
  [AggregateError, [[], 'message']],
];

vmExport(1, () => {
  const map = Reflect.construct(Map, [[['key', 'value']]], Target);
  print(Object.getPrototypeOf(map) === Map.prototype); // expect: true
  print(map.get('key')); // expect: value
  print(Object.getPrototypeOf(Reflect.construct(Plain, [], Target)) === Object.prototype); // expect: true
  print(Reflect.construct(Plain, [], Target).isPlain); // expect: true

  const derived = Reflect.construct(Derived, [], Target);
  print(Object.getPrototypeOf(derived) === Map.prototype); // expect: true
  print(derived.first); // expect: true
  print(derived.plain); // expect: true
  print(derived.get('key')); // expect: 2
  print(new Derived() instanceof Derived); // expect: true

  const names = [];
  for (const value of [undefined, null, 1, 'text', true]) {
    Target.prototype = value;
    for (const [constructor, list] of others) {
      const made = Reflect.construct(constructor, list, Target);
      if (Object.getPrototypeOf(made) !== constructor.prototype) names.push(constructor.name);
    }
  }
  print(`others: ${names.length}`); // expect: others: 0
  Target.prototype = Object.prototype;
  const plain = Reflect.construct(Set, [], Target);
  print(Object.getPrototypeOf(plain) === Object.prototype); // expect: true
  print(Set.prototype.has.call(plain, 1)); // expect: false
  const bound = Map.bind();
  print(Object.getPrototypeOf(Reflect.construct(bound, [])) === Map.prototype); // expect: true
  Target.prototype = 1;
  print(Object.getPrototypeOf(Reflect.construct(bound, [], Target)) === Map.prototype); // expect: true
  print(Object.getPrototypeOf(Reflect.construct(Set, [], bound)) === Set.prototype); // expect: true
});
