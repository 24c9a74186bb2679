// A field can't replace a property that isn't configurable (CreateDataPropertyOrThrow, ECMAScript 7.3.5): not one that
// its class's constructor gets from another one, or that an earlier field has made so.
import { kind } from '../shared/kind.mjs';

const print = vmImport(1);

function given(object) {
  return class extends class {
    constructor() {
      return object;
    }
  } {
    field = 'new';
  };
}
class Sealing {
  first = Object.seal(this);
  second = 2;
}
class Protecting {
  first = Object.defineProperty(this, 'second', { value: 1, writable: true, enumerable: true });
  second = 2;
}
class Computed {
  ['a'] = Object.defineProperty(this, 'b', { get: () => 1 });
  [['b'].join()] = 2;
}
const captured = Object.defineProperty({}, 'field', { value: 'old', writable: true });
const Captured = given(captured);
const accessor = Object.defineProperty({}, 'field', { get: () => 'old' });
const Accessor = given(accessor);
const free = Object.defineProperty({}, 'field', { value: 'old', configurable: true });
const Free = given(free);
const frozen = Object.freeze({ field: 'old' });
const Frozen = given(frozen);
const name = ['proto', 'type'].join('');

vmExport(1, () => {
  print(kind(() => new Sealing())); // expect: TypeError
  print(kind(() => new Protecting())); // expect: TypeError
  print(kind(() => new Computed())); // expect: TypeError
  print(kind(() => new Captured())); // expect: TypeError
  print(captured.field); // expect: old
  print(kind(() => new Accessor())); // expect: TypeError
  print(accessor.field); // expect: old
  print(new Free().field); // expect: new
  print(Object.getOwnPropertyDescriptor(free, 'field').writable); // expect: true
  print(Object.getOwnPropertyDescriptor(free, 'field').enumerable); // expect: true
  print(kind(() => new Frozen())); // expect: TypeError
  print(frozen.field); // expect: old
  const made = Object.defineProperty({}, 'field', { value: 'old', enumerable: true });
  const Made = given(made);
  print(kind(() => new Made())); // expect: TypeError
  print(made.field); // expect: old
  print(kind(() => class { static [name] = 1; })); // expect: TypeError
  print(kind(() => class { static ['length'] = 1; })); // expect: nothing
});
