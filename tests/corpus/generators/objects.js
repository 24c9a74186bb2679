// What generator objects and generator functions are.
// call: 1
// call: 2
import { thrown } from '../shared/generators.mjs';
const print = vmImport(1);
function* g() {
  yield 1;
}
function* other() {}
class C {
  *m() {}
}
const made = g();
vmExport(1, () => {
  print(typeof g); // expect: function
  print(typeof g()); // expect: object
  print(g() instanceof g); // expect: true
  print(made instanceof g); // expect: true
  print(made instanceof other); // expect: false
  print(made instanceof Object); // expect: true
  print(Object.getPrototypeOf(made) === g.prototype); // expect: true
  print(g.prototype !== other.prototype); // expect: true
  print(Object.getPrototypeOf(g.prototype) === Object.getPrototypeOf(other.prototype)); // expect: true
  print(Object.keys(made).length); // expect: 0
  print('next' in made); // expect: true
  print('other' in made); // expect: false
  print(made.other === undefined); // expect: true
  print(made.hasOwnProperty('next')); // expect: false
  print(`${typeof g.prototype} ${Object.keys(g.prototype).length}`); // expect: object 0
  print(g.prototype.hasOwnProperty('constructor')); // expect: false
  print(JSON.stringify(made)); // expect: {}
});
vmExport(2, () => {
  print(thrown(() => new g())); // expect: TypeError
  print(thrown(() => new (new C().m)())); // expect: TypeError
  print(thrown(() => Reflect.construct(g, []))); // expect: TypeError
  g.prototype.extra = function () {
    return `extra ${this.next().value}`;
  };
  print(g().extra()); // expect: extra 1
  print(made.extra()); // expect: extra 1
  const old = g.prototype;
  g.prototype = null;
  print(Object.getPrototypeOf(g()) === Object.getPrototypeOf(old)); // expect: true
  g.prototype = { next: 'own' };
  print(g().next); // expect: own
  function local() {
    return function* () {
      yield this;
    };
  }
  const a = local();
  print(a.prototype !== local().prototype); // expect: true
  print(a() instanceof a); // expect: true
  print(a.call(3).next().value); // expect: 3
});
