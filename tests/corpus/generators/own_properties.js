// Generators have own properties like other objects (ECMAScript 27.5): those that waited when the snapshot was taken, and those
// that get some after it.
// heap: large — much of the library is in its image
// call: 1
// call: 2
// call: 3
const print = vmImport(1);

function* count(to) {
  for (let i = 1; i <= to; i++) yield i;
}
const attempt = (action) => {
  try {
    return `${action()}`;
  } catch (error) {
    return error instanceof TypeError ? 'TypeError' : 'other';
  }
};

// One that has some already.
const early = count(5);
early.next();
early.tag = 'early';
early[7] = 'seven';
const key = Symbol('key');
early[key] = 'symbol';

const late = count(5);

vmExport(1, () => {
  print(`${early.tag} ${early[7]} ${early[key]} ${early.next().value}`); // expect: early seven symbol 2
  print(Reflect.ownKeys(early).map(String).join()); // expect: 7,tag,Symbol(key)
  late.a = 1;
  late['b' + late.next().value] = 2;
  late.a += 4;
  late.a++;
  print(`${late.a} ${late.b1} ${'b1' in late} ${Object.hasOwn(late, 'a')} ${late.hasOwnProperty('next')}`); // expect: 6 2 true true false
  print(`${delete late.a} ${late.a === undefined} ${delete late.next} ${delete late.nothing} ${typeof late.next}`); // expect: true true true true function
  print(`${delete late['b1']} ${Object.keys(late).length} ${Reflect.deleteProperty(late, 'x')}`); // expect: true 0 true
  // Own properties come before those that are inherited.
  late.next = () => 'own';
  print(`${late.next()} ${Object.keys(late).join()}`); // expect: own next
  print(`${delete late.next} ${late.next().value}`); // expect: true 2
  // It is still what it was.
  print(`${[...late].join()} ${late instanceof count} ${Object.getPrototypeOf(late) === count.prototype}`); // expect: 3,4,5 true true
  print(`${late.__proto__ === count.prototype} ${count.prototype.isPrototypeOf(late)} ${Object.prototype.toString.call(late)}`); // expect: true true [object Generator]
});

vmExport(2, () => {
  const it = count(2);
  Object.defineProperty(it, 'getter', {
    get() {
      return this === it;
    },
    enumerable: true,
    configurable: true,
  });
  Object.defineProperty(it, 'fixed', { value: 1 });
  it.plain = 3;
  const descriptor = Object.getOwnPropertyDescriptor(it, 'fixed');
  print(`${descriptor.value} ${descriptor.writable} ${descriptor.enumerable} ${descriptor.configurable}`); // expect: 1 false false false
  print(attempt(() => (it.fixed = 2))); // expect: TypeError
  print(attempt(() => delete it.fixed)); // expect: TypeError
  print(attempt(() => Object.defineProperty(it, 'fixed', { value: 2 }))); // expect: TypeError
  print(`${it.getter} ${Object.entries(it).join(';')} ${Object.values(it).join()}`); // expect: true getter,true;plain,3 true,3
  const copy = { ...it };
  const { plain, ...others } = it;
  print(`${Object.keys(copy).join()} ${copy.getter} ${plain} ${Object.keys(others).join()} ${others.getter}`); // expect: getter,plain true 3 getter true
  print(`${JSON.stringify(it)} ${Object.assign({}, it).getter}`); // expect: {"getter":true,"plain":3} true
  let keys = '';
  for (const name in it) keys += name + ' ';
  print(keys + it.propertyIsEnumerable('fixed')); // expect: getter plain false
  print(typeof it.__lookupGetter__('getter')); // expect: function
  const child = Object.create(it);
  print(`${child.plain} ${Object.hasOwn(child, 'plain')} ${Object.getPrototypeOf(child) === it} ${child.getter}`); // expect: 3 false true false
  child.plain = 4;
  print(`${it.plain} ${child.plain}`); // expect: 3 4
  // What it inherits from has its say.
  function* other() {}
  Object.defineProperty(other.prototype, 'readonly', { value: 1 });
  Object.defineProperty(other.prototype, 'setter', {
    set(value) {
      this.set = value;
    },
  });
  const rules = other();
  print(attempt(() => (rules.readonly = 2))); // expect: TypeError
  rules.setter = 5;
  print(`${rules.set} ${Object.keys(rules).join()}`); // expect: 5 set
  print(attempt(() => (rules.readonly = 2))); // expect: TypeError
  print(`${Reflect.set(rules, 'readonly', 3)} ${Reflect.set(rules, 'more', 3)} ${rules.more}`); // expect: false true 3
  print(`${Reflect.set({}, 'into', 6, rules)} ${rules.into}`); // expect: true 6
});

vmExport(3, () => {
  const closed = count(1);
  print(`${Object.isExtensible(closed)} ${Object.isFrozen(closed)}`); // expect: true false
  closed.x = 1;
  Object.seal(closed);
  closed.x = 2;
  print(`${closed.x} ${Object.isSealed(closed)} ${Object.isFrozen(closed)} ${attempt(() => delete closed.x)}`); // expect: 2 true false TypeError
  Object.freeze(closed);
  print(`${Object.isFrozen(closed)} ${attempt(() => (closed.x = 3))} ${attempt(() => (closed.y = 3))}`); // expect: true TypeError TypeError
  print(`${closed.next().value} ${closed.next().done}`); // expect: 1 true
  print(attempt(() => Object.setPrototypeOf(closed, {}))); // expect: TypeError
  const moved = count(1);
  const proto = { own: 'inherited' };
  print(`${Object.setPrototypeOf(moved, proto) === moved} ${moved.own} ${Object.getPrototypeOf(moved) === proto}`); // expect: true inherited true
  print(`${'next' in moved} ${count.prototype.next.call(moved).value} ${Object.keys(moved).length}`); // expect: false 1 0
  print(attempt(() => Object.setPrototypeOf(proto, moved))); // expect: TypeError
  moved.__proto__ = null;
  print(`${Object.getPrototypeOf(moved)} ${Reflect.getPrototypeOf(moved)} ${moved.own === undefined}`); // expect: null null true
  Object.preventExtensions(moved);
  print(`${Reflect.defineProperty(moved, 'a', { value: 1 })} ${Object.isFrozen(moved)}`); // expect: false true
  // While it runs, and of what a class makes of it.
  const running = (function* () {
    running.inside = yield 1;
    yield running.inside;
  })();
  running.next();
  print(running.next('set').value); // expect: set
  class Field extends (function () {
    return count(3);
  }) {
    field = 5;
    inherited = this.next().value;
  }
  const made = new Field();
  print(`${made.field} ${made.inherited} ${made.next().value} ${Object.keys(made).join()}`); // expect: 5 1 2 field,inherited
});
