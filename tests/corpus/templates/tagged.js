// Tagged templates: a frozen array of strings with a frozen `raw`, the same for a site each time, also across the
// snapshot (ECMAScript 13.2.8.4, 13.3.11).
const print = vmImport(1);
const show = (strings, ...values) => `${strings.join('|')} ${strings.raw.join('|')} ${values.join('|')}`;
const same = (strings) => strings;
const site = (x) => same`a${x}b`;
const before = site(1);
const tag = {
  name: 'tag',
  call(strings, ...values) {
    return `${this?.name} ${strings.length} ${values.length}`;
  },
  get got() {
    print('got');
    return this.call;
  },
  nested() {
    return (strings) => (more) => strings[0] + more[0];
  },
};
class Base {
  who(strings) {
    return `${this.id} ${strings[0]}`;
  }
}
class Child extends Base {
  id = 'child';
  #own(strings) {
    return `own ${strings[0]} ${this.id}`;
  }
  run() {
    return super.who`super` + ' ' + this.#own`private`;
  }
}
function viaArguments() {
  return arguments[0]`x`;
}
function maker() {
  return Base;
}
const error = (body) => {
  try {
    return body();
  } catch (error) {
    return error.name;
  }
};
vmExport(1, () => {
  print(show`a${1}b${2}c`); // expect: a|b|c a|b|c 1|2
  print(show`plain`.trim()); // expect: plain plain
  print(show`${1}${2}`); // expect: || || 1|2
  print(show`\n\x41\u{42}`.length); // expect: 17
  const { raw, length, ...others } = same`\u00e9\
x`;
  print(raw[0].length); // expect: 9
  print(`${length} ${Object.keys(others)}`); // expect: 1 0

  // What means nothing is undefined, and only raw.
  const wrong = same`\u{110000}${0}\xg${1}\01${2}\u{`;
  print(wrong.every((it) => it === undefined)); // expect: true
  print(wrong.raw.join(' ')); // expect: \u{110000} \xg \01 \u{

  // One for each site.
  print(site(1) === site(2)); // expect: true
  print(site(1) === before); // expect: true
  print(before.raw === site(3).raw); // expect: true
  print(same`a` === same`a`); // expect: false
  const list = [1, 2, 3].map(() => same`m`);
  print(list[0] === list[2]); // expect: true

  // An array, frozen.
  const it = same`a${0}b`;
  print(`${Array.isArray(it)} ${Array.isArray(it.raw)}`); // expect: true true
  print(Object.prototype.toString.call(it)); // expect: [object Array]
  print(Object.getPrototypeOf(it) === Array.prototype); // expect: true
  print(`${Object.isFrozen(it)} ${Object.isFrozen(it.raw)}`); // expect: true true
  print(Object.keys(it).join()); // expect: 0,1
  print(Object.getOwnPropertyNames(it).join()); // expect: 0,1,length,raw
  print(Object.getOwnPropertySymbols(it).length); // expect: 0
  print(JSON.stringify(Object.getOwnPropertyDescriptor(it, 0))); // expect: {"value":"a","writable":false,"enumerable":true,"configurable":false}
  print(JSON.stringify(Object.getOwnPropertyDescriptor(it, 'length'))); // expect: {"value":2,"writable":false,"enumerable":false,"configurable":false}
  const descriptor = Object.getOwnPropertyDescriptor(it, 'raw');
  print(descriptor.value === it.raw); // expect: true
  print(`${descriptor.writable} ${descriptor.enumerable} ${descriptor.configurable}`); // expect: false false false
  print(error(() => (it[0] = 'x'))); // expect: TypeError
  print(error(() => (it.raw[0] = 'x'))); // expect: TypeError
  print(error(() => (it.raw = 'x'))); // expect: TypeError
  print(error(() => (it.length = 0))); // expect: TypeError
  print(error(() => it.push('x'))); // expect: TypeError
  print(error(() => delete it[0])); // expect: TypeError
  print(Array.isArray(Object.create(it))); // expect: false
  print(JSON.stringify(it)); // expect: ["a","b"]
  print(JSON.stringify(it.raw)); // expect: ["a","b"]
  print([...it, ...it.raw].join()); // expect: a,b,a,b
  print([].concat(it, [it]).length); // expect: 3
  print([[it]].flat(2).join()); // expect: a,b
  print(it.map((part) => part + part).join()); // expect: aa,bb
  print(it.slice(1).join()); // expect: b
  print(it.indexOf('b')); // expect: 1
  print(String(it)); // expect: a,b
  const [first, second] = it;
  print(first + second); // expect: ab
  print(Math.max(...same`7${0}9`)); // expect: 9
  let text = '';
  for (const part of it) text += part;
  for (const key in it) text += key;
  print(text); // expect: ab01

  // The tag keeps its `this`, and is evaluated before the values.
  print(tag.call`a${1}`); // expect: tag 2 1
  print(tag['call']`a`); // expect: tag 1 0
  print(tag.got`${print('value')}`);
  // expect: got
  // expect: value
  // expect: tag 2 1
  print((0, tag.call)`a`); // expect: undefined 1 0
  print(tag.nested()`a``b`); // expect: ab
  print(new Child().run()); // expect: child super own private child
  print(viaArguments(tag.call)); // expect: undefined 1 0
  print(new maker`x`() instanceof Base); // expect: true
  print(error(() => undefined`x`)); // expect: TypeError
  print(error(() => tag.none`${print('never? no: evaluated')}`));
  // expect: never? no: evaluated
  // expect: TypeError
  print(String.raw`a\n${1}\u{`); // expect: a\n1\u{
  print(String.raw({ raw: 'xyz' }, 0, 1, 2)); // expect: x0y1z
});
