// JSON.stringify: values of every type, nesting, order of keys.
import { kind } from '../../shared/kind.mjs';
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print(JSON.stringify({ a: 1, b: 'x', c: true, d: null })); // expect: {"a":1,"b":"x","c":true,"d":null}
  print(JSON.stringify([1, 'a', null, undefined, () => 1, NaN, Infinity, -0])); // expect: [1,"a",null,null,null,null,null,0]
  print(JSON.stringify({ u: undefined, f() {}, n: NaN })); // expect: {"n":null}
  print(JSON.stringify('text') + JSON.stringify(5) + JSON.stringify(null) + JSON.stringify(false)); // expect: "text"5nullfalse
  print(show(JSON.stringify(undefined))); // expect: undefined
  print(show(JSON.stringify(() => 1))); // expect: undefined
  print(JSON.stringify({ b: 1, 2: 1, a: { 1: {}, x: [] } })); // expect: {"2":1,"b":1,"a":{"1":{},"x":[]}}
  print(JSON.stringify([, 1])); // expect: [null,1]
  print(JSON.stringify('"\\\b\f\n\r\t\u0001\u001f/')); // expect: "\"\\\b\f\n\r\t\u0001\u001f/"
  print(JSON.stringify('é😀\u2028').length); // expect: 6
  print(JSON.stringify('\ud83d') + JSON.stringify('\ude00\ud83d')); // expect: "\ud83d""\ude00\ud83d"
  print(JSON.stringify({ 'a"b': 1, '': 2 })); // expect: {"a\"b":1,"":2}
  print(JSON.stringify({ a: { toJSON() { return 'json'; } } })); // expect: {"a":"json"}
  print(JSON.stringify({ toJSON(key) { return `<${key}>`; } })); // expect: "<>"
  print(JSON.stringify([{ toJSON(key) { return key + '!'; } }])); // expect: ["0!"]
  print(JSON.stringify({ x: { toJSON: 5 } })); // expect: {"x":{"toJSON":5}}
  const cycle = {};
  cycle.self = [cycle];
  print(kind(() => JSON.stringify(cycle))); // expect: TypeError
  const shared = [1];
  print(JSON.stringify([shared, shared])); // expect: [[1],[1]]
  class Point {
    constructor(x) { this.x = x; }
    norm() { return this.x; }
  }
  print(JSON.stringify(new Point(3))); // expect: {"x":3}
  print(JSON.stringify(1e21) + JSON.stringify(0.1)); // expect: 1e+210.1
});
