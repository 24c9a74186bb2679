// JSON.parse and JSON.stringify in every form.
import { attempt, show } from './shared/show.mjs';

const print = vmImport(1);

const cyclic = { a: 1 };
cyclic.self = cyclic;
const cyclicList = [];
cyclicList[0] = [cyclicList];
class Point {
  constructor() {
    this.x = 1;
    this.y = [undefined];
  }
  method() {}
  get sum() {
    return 3;
  }
}
const hidden = Object.defineProperty({ b: 2 }, 'h', { value: 1 });
const computed = Object.defineProperty({}, 'c', { get: () => 'got', enumerable: true });
const VALUES = [
  undefined, null, true, false, 0, -0, 1.5, 1e21, 1e-7, NaN, Infinity, -Infinity, '', 'text', 'a"b\\c/\b\f\n\r\t\u0000\u001f\u007f\u2028\u2029', '\ud83d\ude00', '\ud800', 'x\udc00y', '\ud83d', 'é',
  [], {}, [[]], [{}], { a: [] }, [1, , undefined, null, () => 1, Symbol('s')], { a: undefined, b: () => 1, c: Symbol('s'), d: null }, { 2: 'b', 1: 'a', x: 'c', '-1': 'd' }, { 'a b': 1, '"': 2, '\n': 3, '': 4 },
  { toJSON: () => 'J' }, { toJSON: (key) => `[${key}]` }, { a: { toJSON: (key) => key } }, [{ toJSON: (key) => [key, typeof key] }], { toJSON: 5, a: 1 }, { toJSON: () => undefined }, [{ toJSON: () => undefined }],
  { toJSON() { return this.v; }, v: 7 }, () => 1, Symbol('s'), new Point(), hidden, computed, { [Symbol('k')]: 1, a: 2 }, Object.create({ inherited: 1 }), Object.create(null), new Uint8Array([1, 2]), cyclic, cyclicList,
  { a: { b: { c: { d: [1, [2, [3]]] } } } }, [[1, 2], [3, [4]], { x: [] , y: {} }], { ['__proto__']: 1 }, new Error('m'), 'a'.repeat(50), Object.freeze({ z: 1 }),
];
const SPACES = [undefined, null, 0, 1, 2, 4, 10, 11, 100, -1, 1.9, NaN, Infinity, '', ' ', '\t', '--', '0123456789abc', true, [], {}, '\ud83d\ude00'];
const REPLACERS = [
  undefined, null, {}, 'x', 5, [], ['a'], ['b', 'a', 'a', 1, 2], [1.5, '1', -0, NaN, 'x', null, undefined, {}, ['a'], true], ['c', 'd', 'a', 'b', 'x', 'y', 'toJSON', ''],
  (key, value) => value, (key, value) => (typeof value === 'number' ? value * 2 : value), (key, value) => (key === 'a' ? undefined : value), () => undefined, () => 'R', (key, value) => (key === '' ? { key, value } : key), (key) => (key === '' ? [1, 2] : key),
  function (key, value) { return Array.isArray(this) ? `${key}:${typeof value}` : value; },
];

function printStringify() {
  for (const value of VALUES) {
    print(`stringify ${show(value)} ${attempt(() => JSON.stringify(value))}`);
    for (const space of SPACES) print(attempt(() => JSON.stringify(value, null, space)));
    for (const replacer of REPLACERS) {
      print(attempt(() => JSON.stringify(value, replacer)));
      print(attempt(() => JSON.stringify(value, replacer, 2)));
    }
  }
  print(`${attempt(() => JSON.stringify())} ${attempt(() => JSON.parse())}`);
  const order = [];
  JSON.stringify({ a: [1, { b: 2 }], toJSON(key) { order.push(`toJSON ${key}`); return { a: this.a }; } }, function (key, value) {
    order.push(`${key} of ${show(this)} ${show(value)}`);
    return value;
  });
  print(show(order));
}

const TEXTS = [
  '', ' ', 'null', ' null ', 'nul', 'nullx', 'null null', 'true', 'false', 'True', 'undefined', 'NaN', 'Infinity', '-Infinity', '0', '-0', '00', '01', '-01', '-', '+1', '1.', '.5', '1.5', '-1.5e3', '1e3', '1E3', '1e', '1e+', '1e+5', '1e-5', '1.e1', '1e400', '-1e400', '1e-400', '0x10', '1_0', '9007199254740993', '123456789012345678901234567890',
  '""', '"a"', '"a', 'a"', "'a'", '"\\""', '"\\\\"', '"\\/"', '"/"', '"\\b\\f\\n\\r\\t"', '"\\v"', '"\\x41"', '"\\0"', '"\\u0041"', '"\\u00"', '"\\u00g0"', '"\\uD83D\\uDE00"', '"\\ud800"', '"\\U0041"', '"\t"', '"\n"', '"\u007f"', '"\u2028"', '"\ud800"', '"\u0000"', '"\u001f"', '"\\"', '"\\', '"\\u', '"\\u004',
  '[]', '[ ]', '[1]', '[1,]', '[,1]', '[1,2', '[1 2]', '[1,,2]', '[[[]]]', '[[]', ']', '[1]]', '[1,2,3]', ' [ 1 , 2 ] ', '\t\n\r [1]', '\u00a0[1]', '\ufeff[1]', '\v1', '\f1', '[undefined]',
  '{}', '{ }', '{"a":1}', '{"a":1,}', '{a:1}', "{'a':1}", '{"a"}', '{"a":}', '{"a" 1}', '{"a":1 "b":2}', '{"a":1,"a":2}', '{"b":1,"2":2,"1":3,"a":4}', '{"__proto__":1}', '{"__proto__":{"x":1}}', '{"":1}', '{"a":{"b":[{"c":null}]}}', '{1:2}', '{"a":1', '{,}', '{"a":1}}', '{"\\u0061":1}', '{"constructor":1,"toString":2,"hasOwnProperty":3}', '{"length":1}', '{"a":undefined}', '//', '/* */1', '1//',
];
const INPUTS = [undefined, null, true, 5, -0, [], [1], [[1, 2]], {}, ['"a"'], { toString: () => '[7]' }, Symbol('s'), 1e21];
const REVIVERS = [
  undefined, null, {}, 5, (key, value) => value, (key, value) => (typeof value === 'number' ? value + 1 : value), (key, value) => (key === '1' || key === 'a' ? undefined : value), () => undefined, (key) => key, function (key, value) { return key === '' ? value : [key, value, Array.isArray(this)]; },
  function (key, value) { if (key === '0') this[1] = 'changed'; if (key === 'b') delete this.a; return value; }, (key, value) => { if (key === 'a') throw new RangeError('r'); return value; },
];

function printParse() {
  for (const text of [...TEXTS, ...INPUTS]) {
    print(`parse ${show(text)} ${attempt(() => JSON.parse(text))}`);
    for (const reviver of REVIVERS) print(attempt(() => JSON.parse(text, reviver)));
  }
  const parsed = JSON.parse('{"__proto__":{"x":1},"a":1}');
  print(`${Object.keys(parsed)} ${parsed.x} ${Object.getPrototypeOf(parsed) === Object.prototype} ${Object.hasOwn(parsed, '__proto__')}`);
  const order = [];
  JSON.parse('{"a":[1,{"b":2}],"1":0}', function (key, value) {
    order.push(`${key} of ${show(this)} ${show(value)}`);
    return value;
  });
  print(show(order));
  for (const value of VALUES) {
    const text = attempt(() => JSON.stringify(JSON.parse(JSON.stringify(value))));
    print(text);
  }
}

vmExport(1, () => {
  printStringify();
  printParse();
});
