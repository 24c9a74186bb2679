// Reflect's functions that deal with attributes and receivers answer instead of throwing.
const print = vmImport(1);

const base = {
  get name() {
    return `name of ${this.id}`;
  },
  set name(value) {
    this.id = value;
  },
  get only() {
    return 1;
  },
  id: 'base',
};
Object.defineProperty(base, 'fixed', { value: 1 });

vmExport(1, () => {
  const other = { id: 'other' };
  print(Reflect.get(base, 'name')); // expect: name of base
  print(Reflect.get(base, 'name', other)); // expect: name of other
  print(Reflect.get(base, 'id', other)); // expect: base
  print(Reflect.get(base, 'missing', other) === undefined); // expect: true
  print(Reflect.get(base, { toString: () => 'name' }, other)); // expect: name of other
  print(Reflect.get([5, 6], 1, other)); // expect: 6
  print(Reflect.set(base, 'name', 'new', other)); // expect: true
  print(`${base.id} ${other.id}`); // expect: base new
  print(Reflect.set(base, 'id', 'own', other)); // expect: true
  print(`${base.id} ${other.id}`); // expect: base own
  print(Reflect.set(base, 'id', 'changed')); // expect: true
  print(base.id); // expect: changed
  print(Reflect.set(base, 'only', 2)); // expect: false
  print(Reflect.set(base, 'fixed', 2)); // expect: false
  print(Reflect.set(base, 'fixed', 2, other)); // expect: false
  print(Reflect.set(base, 'id', 2, 5)); // expect: false
  print(Reflect.set({}, 'fixed', 2, base)); // expect: false
  print(Reflect.set({}, 'only', 2, base)); // expect: false
  print(Reflect.set({}, 'fresh', 2, base) && base.fresh); // expect: 2
  const hidden = Object.defineProperty({}, 'h', { value: 1, writable: true });
  print(Reflect.set({}, 'h', 2, hidden)); // expect: true
  print(`${hidden.h} ${Object.keys(hidden).length}`); // expect: 2 0
  const list = [1, 2, 3];
  print(Reflect.set(list, 1, 'x') && list.join()); // expect: 1,x,3
  print(Reflect.set(list, 'length', 1) && list.join()); // expect: 1
  print(Reflect.set({}, 3, 'y', list) && list.length); // expect: 4
  print(Reflect.defineProperty(base, 'fixed', { value: 2 })); // expect: false
  print(Reflect.defineProperty(base, 'fixed', { value: 1 })); // expect: true
  print(Reflect.defineProperty(base, 'added', { value: 5 }) && base.added); // expect: 5
  print(Reflect.getOwnPropertyDescriptor(base, 'added').writable); // expect: false
  print(Reflect.getOwnPropertyDescriptor(base, 'toString') === undefined); // expect: true
  print(Reflect.deleteProperty(base, 'fixed')); // expect: false
  print(Reflect.deleteProperty(base, 'only')); // expect: true
  print(Reflect.deleteProperty(base, 'missing')); // expect: true
  print(Reflect.deleteProperty([1], 'length')); // expect: false
  for (const f of [
    () => Reflect.get(1, 'x', {}),
    () => Reflect.set(1, 'x', 1, {}),
    () => Reflect.defineProperty(1, 'x', {}),
    () => Reflect.getOwnPropertyDescriptor(1, 'x'),
  ]) {
    try {
      f();
    } catch (error) {
      print(error.name);
    }
  }
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  print(Reflect.ownKeys(Object.defineProperty({ b: 1, 1: 1 }, 'a', { value: 1 })).join()); // expect: 1,b,a
});
