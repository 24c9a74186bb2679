// __defineGetter__, __defineSetter__, __lookupGetter__ and __lookupSetter__ (ECMAScript B.2.2.2 to B.2.2.5).
import { kind } from '../../shared/kind.mjs';

const print = vmImport(1);

vmExport(1, () => {
  const object = {};
  let stored;
  const getter = () => 7;
  const setter = (value) => {
    stored = value;
  };
  print(object.__defineGetter__('x', getter) === undefined); // expect: true
  print(object.x); // expect: 7
  print(object.__defineSetter__('x', setter) === undefined); // expect: true
  object.x = 5;
  print(stored); // expect: 5
  const found = Object.getOwnPropertyDescriptor(object, 'x');
  print(found.enumerable && found.configurable); // expect: true
  const below = Object.create(object, { y: { value: 1 } });
  print(below.__lookupGetter__('x') === getter); // expect: true
  print(below.__lookupSetter__('x') === setter); // expect: true
  print(below.__lookupGetter__('y') === undefined); // expect: true
  print(below.__lookupSetter__('none') === undefined); // expect: true
  print(kind(() => object.__defineGetter__('z', 1))); // expect: TypeError
  print(kind(() => Object.freeze({}).__defineSetter__('z', setter))); // expect: TypeError
  print(kind(() => ({}).__lookupGetter__.call(null, 'z'))); // expect: TypeError
});
