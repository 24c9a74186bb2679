// Arrays that nothing can be added to, whose elements can't be deleted, or that are frozen.
// call: 1
// call: 2
import { refuses } from '../../shared/outcome.mjs';
const print = vmImport(1);

function tell(list) {
  print([Object.isExtensible(list), Object.isSealed(list), Object.isFrozen(list)].join());
}

function sealed() {
  return Object.seal([1, 2]);
}
function closed() {
  return Object.preventExtensions([1, , 3]);
}
function frozen() {
  const list = [1, 2];
  list.foo = 1;
  return Object.freeze(list);
}
const captured = [sealed(), closed(), frozen(), Object.freeze([7])];

function look([sealed, closed, frozen, plain]) {
  tell(sealed); // expect: false,true,false
  sealed[0] = 10;
  print(sealed[0]); // expect: 10
  print(refuses(() => sealed.push(1))); // expect: TypeError
  print(refuses(() => (sealed.foo = 1))); // expect: TypeError
  print(refuses(() => sealed.pop())); // expect: TypeError
  print(sealed.length); // expect: 2
  print(refuses(() => (sealed.length = 5))); // expect: no
  print(sealed.length); // expect: 5
  print(refuses(() => (sealed[4] = 5))); // expect: TypeError

  tell(closed); // expect: false,false,false
  print(refuses(() => (closed[1] = 1))); // expect: TypeError
  print(refuses(() => (closed[3] = 1))); // expect: TypeError
  print(closed.pop()); // expect: 3
  print(closed.length); // expect: 2
  closed[0] = 'first';
  print(closed.join()); // expect: first,
  Object.freeze(closed);
  tell(closed); // expect: false,true,true

  tell(frozen); // expect: false,true,true
  print(refuses(() => (frozen[0] = 1))); // expect: TypeError
  print(refuses(() => (frozen.foo = 1))); // expect: TypeError
  print(refuses(() => (frozen.length = 0))); // expect: TypeError
  print(refuses(() => delete frozen.foo)); // expect: TypeError

  tell(plain); // expect: false,true,true
  print(refuses(() => (plain.foo = 1))); // expect: TypeError
  print(refuses(() => plain.push(1))); // expect: TypeError
  print(refuses(() => Object.defineProperty(plain, 'length', { writable: false }))); // expect: no
  print(refuses(() => Object.defineProperty(plain, 0, { value: 8 }))); // expect: TypeError
  print(Reflect.set(plain, 'foo', 1)); // expect: false
}

vmExport(1, () => look(captured));
vmExport(2, () => look([sealed(), closed(), frozen(), Object.freeze([7])]));
// expect: false,true,false
// expect: 10
// expect: TypeError
// expect: TypeError
// expect: TypeError
// expect: 2
// expect: no
// expect: 5
// expect: TypeError
// expect: false,false,false
// expect: TypeError
// expect: TypeError
// expect: 3
// expect: 2
// expect: first,
// expect: false,true,true
// expect: false,true,true
// expect: TypeError
// expect: TypeError
// expect: TypeError
// expect: TypeError
// expect: false,true,true
// expect: TypeError
// expect: TypeError
// expect: no
// expect: TypeError
// expect: false
