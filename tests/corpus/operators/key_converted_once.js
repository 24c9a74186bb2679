// Compound assignment, logical assignment, `++` and `--` convert an object that is a key once: after the base was
// looked at, and before the right side is evaluated (ECMAScript 13.15.2, 13.4).
// node: skip — version 20 converts the key of a compound assignment twice
const print = vmImport(1);
const log = [];
const key = (text) => ({
  toString() {
    log.push(text);
    return text;
  },
});
const value = (x) => {
  log.push(`value ${x}`);
  return x;
};
const show = (result) => {
  print(log.length === 0 ? `${result}` : `${result}: ${log.join(' ')}`);
  log.length = 0;
};
const fails = (body) => {
  try {
    body();
  } catch (error) {
    show(error.name || error);
  }
};
const tag = Symbol('tag');
vmExport(1, () => {
  const o = { a: 1, b: 0, c: null, d: 'd' };
  show((o[key('a')] += value(2))); // expect: 3: a value 2
  show(o[key('a')]++); // expect: 3: a
  show(--o[key('a')]); // expect: 3: a
  show((o[key('b')] ||= value(5))); // expect: 5: b value 5
  show((o[key('b')] ||= value(6))); // expect: 5: b
  show((o[key('b')] &&= value(7))); // expect: 7: b value 7
  show((o[key('c')] ??= value(8))); // expect: 8: c value 8
  show((o[key('d')] **= value(2))); // expect: NaN: d value 2
  show([o.a, o.b, o.c].join()); // expect: 3,7,8

  // The primitive that comes out is the key, whatever the object says next.
  let count = 0;
  const moving = { toString: () => `p${count++}` };
  const p = { p0: 10, p1: 20 };
  p[moving] += 1;
  show(`${p.p0} ${p.p1} ${count}`); // expect: 11 20 1
  const symbolic = { [Symbol.toPrimitive]: () => tag };
  const s = { [tag]: 1 };
  s[symbolic] += 4;
  show(s[tag]); // expect: 5
  const list = [1, 2];
  list[key('1')] *= 10;
  show(list.join()); // expect: 1,20: 1

  // A base that has no properties is found before the key is converted, and the right side isn't reached.
  fails(() => (null[key('x')] += value(1))); // expect: TypeError
  fails(() => undefined[key('x')]++); // expect: TypeError
  fails(() => (null[key('x')] ??= value(1))); // expect: TypeError
  const thrower = {
    toString() {
      throw 'thrown';
    },
  };
  fails(() => (o[thrower] += value(1))); // expect: thrown
  fails(() => o[thrower]--); // expect: thrown

  // `super`, and keys that are functions.
  const child = {
    __proto__: { m: 1 },
    add() {
      super[key('m')] += value(1);
      return this.m;
    },
  };
  show(child.add()); // expect: 2: m value 1
  const named = () => {};
  named.toString = () => {
    log.push('named');
    return 'f';
  };
  const f = { f: 1 };
  f[named] += 1;
  show(f.f); // expect: 2: named
});
