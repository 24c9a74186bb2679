// Object.defineProperty and its like: what isn't given is as little as can be, or stays; what is fixed can't be
// changed.
import { outcome } from '../shared/outcome.mjs';

const print = vmImport(1);

function show(object, key) {
  const it = Object.getOwnPropertyDescriptor(object, key);
  if (it === undefined) return 'none';
  let text = '';
  if (it.get || it.set) text += (it.get ? 'get ' : '') + (it.set ? 'set ' : '');
  else text += `${JSON.stringify(it.value)} ${it.writable ? 'w' : '-'}`;
  return `${text}${it.enumerable ? 'e' : '-'}${it.configurable ? 'c' : '-'}`;
}

function make() {
  const object = { plain: 1 };
  Object.defineProperty(object, 'least', { value: 2 });
  Object.defineProperty(object, 'all', {
    value: 3,
    writable: true,
    enumerable: true,
    configurable: true,
  });
  Object.defineProperty(object, 'readonly', { value: 4, enumerable: true, configurable: true });
  Object.defineProperty(object, 'hidden', { value: 5, writable: true, configurable: true });
  Object.defineProperty(object, 'twice', {
    get() {
      return this.plain * 2;
    },
    configurable: true,
  });
  return object;
}

const captured = make();
const inherited = Object.create(captured);

function test(object) {
  for (const key of ['plain', 'least', 'all', 'readonly', 'hidden', 'twice', 'missing']) {
    print(`${key}: ${show(object, key)}`);
  }
  print(Object.keys(object).join());
  print(Object.getOwnPropertyNames(object).join());
  print(JSON.stringify(object));
  print(object.twice);
  print(outcome(() => (object.least = 1)));
  print(outcome(() => (object.readonly = 1)));
  print(outcome(() => delete object.least));
  print(outcome(() => delete object.readonly));
  print(show(object, 'readonly'));
  object.hidden = 6;
  print(show(object, 'hidden'));
  // Redefinitions.
  Object.defineProperty(object, 'plain', { value: 10 });
  print(show(object, 'plain'));
  Object.defineProperty(object, 'plain', { enumerable: false });
  print(show(object, 'plain'));
  Object.defineProperty(object, 'twice', { enumerable: true, set(value) {} });
  print(show(object, 'twice'));
  print(object.twice);
  Object.defineProperty(object, 'twice', { get: undefined });
  print(show(object, 'twice'));
  print(object.twice === undefined);
  Object.defineProperty(object, 'twice', { value: 1 });
  print(show(object, 'twice'));
  Object.defineProperty(object, 'all', { get: () => 'got' });
  print(show(object, 'all') + object.all);
  // What is fixed.
  print(outcome(() => Object.defineProperty(object, 'least', { value: 9 })));
  print(outcome(() => Object.defineProperty(object, 'least', { value: 2 }) === object));
  print(outcome(() => Object.defineProperty(object, 'least', { enumerable: true })));
  print(outcome(() => Object.defineProperty(object, 'least', { configurable: true })));
  print(outcome(() => Object.defineProperty(object, 'least', { get: () => 1 })));
  print(outcome(() => Object.defineProperty(object, 'least', { writable: true })));
  print(outcome(() => Object.defineProperty(object, 'least', {}) === object));
  print(object.least);
}

vmExport(1, () => {
  print(outcome(() => (inherited.readonly = 1))); // expect: TypeError
  inherited.hidden = 7;
  print(show(inherited, 'hidden')); // expect: 7 wec
  inherited.plain = 21;
  print(inherited.twice); // expect: 42
  test(captured);
  // expect: plain: 1 wec
  // expect: least: 2 ---
  // expect: all: 3 wec
  // expect: readonly: 4 -ec
  // expect: hidden: 5 w-c
  // expect: twice: get -c
  // expect: missing: none
  // expect: plain,all,readonly
  // expect: plain,least,all,readonly,hidden,twice
  // expect: {"plain":1,"all":3,"readonly":4}
  // expect: 2
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: true
  // expect: none
  // expect: 6 w-c
  // expect: 10 wec
  // expect: 10 w-c
  // expect: get set ec
  // expect: 20
  // expect: set ec
  // expect: true
  // expect: 1 -ec
  // expect: get ecgot
  // expect: TypeError
  // expect: true
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: true
  // expect: 2
  test(make());
  // expect: plain: 1 wec
  // expect: least: 2 ---
  // expect: all: 3 wec
  // expect: readonly: 4 -ec
  // expect: hidden: 5 w-c
  // expect: twice: get -c
  // expect: missing: none
  // expect: plain,all,readonly
  // expect: plain,least,all,readonly,hidden,twice
  // expect: {"plain":1,"all":3,"readonly":4}
  // expect: 2
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: true
  // expect: none
  // expect: 6 w-c
  // expect: 10 wec
  // expect: 10 w-c
  // expect: get set ec
  // expect: 20
  // expect: set ec
  // expect: true
  // expect: 1 -ec
  // expect: get ecgot
  // expect: TypeError
  // expect: true
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: true
  // expect: 2
});
