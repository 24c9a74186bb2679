// What was passed, by index and length: no object is needed for that.
const print = vmImport(1);
function sum() {
  let total = 0;
  for (let i = 0; i < arguments.length; i++) total += arguments[i];
  return total;
}
function named(a, b = 'b', ...rest) {
  a += '!';
  return [a, b, rest.join('/'), arguments.length, arguments[0], arguments[1]].join();
}
function last() {
  return arguments[arguments.length - 1];
}
function spread() {
  return [0, ...arguments, 9].join();
}
function passOn() {
  return sum(...arguments);
}
function inArrow(a) {
  return (() => arguments[0] + a + arguments.length)(1, 2, 3);
}
class Base {
  constructor() {
    this.count = arguments.length;
    this.first = arguments[0];
  }
  method() {
    return arguments.length;
  }
  static make() {
    return new this(...arguments);
  }
  get x() {
    return arguments.length;
  }
  set x(value) {
    this.set = arguments.length;
  }
}
class Child extends Base {
  constructor() {
    super(...arguments);
    this.own = arguments.length;
  }
}
function* generate() {
  for (let i = 0; i < arguments.length; i++) yield arguments[i];
}
function kept(a) {
  const read = () => arguments[0];
  a = 'changed';
  return read() + a;
}
function defaults(a, b = arguments.length, c = () => arguments[0]) {
  return `${a} ${b} ${c()}`;
}
function outer() {
  function inner() {
    return arguments.length;
  }
  return inner(1, 2, 3) + arguments.length;
}
vmExport(1, () => {
  print(sum()); // expect: 0
  print(sum(1, 2, 3)); // expect: 6
  print(named('a')); // expect: a!,b,,1,a,
  print(named('a', 'x', 'y', 'z')); // expect: a!,x,y/z,4,a,x
  print(named.length); // expect: 1
  print(last(1, 2, 7)); // expect: 7
  print(last() === undefined); // expect: true
  print(spread(1, 2)); // expect: 0,1,2,9
  print(passOn(4, 5)); // expect: 9
  print(inArrow(5, 6)); // expect: 12
  const base = Base.make('first', 2);
  print(`${base.count} ${base.first} ${base.method(1)} ${base.x}`); // expect: 2 first 1 0
  base.x = 1;
  print(base.set); // expect: 1
  const child = new Child(1, 2, 3);
  print(`${child.count} ${child.own}`); // expect: 3 3
  print([...generate('x', 'y')].join()); // expect: x,y
  print(kept('kept')); // expect: keptchanged
  print(defaults('a')); // expect: a 1 a
  print(defaults('a', 'b', undefined, 4)); // expect: a b a
  print(outer('x')); // expect: 4
  print(sum.apply(null, [1, 2]) + sum.call(null, 3)); // expect: 6
});
