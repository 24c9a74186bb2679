// JSON.stringify with an indent and a replacer.
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  const value = { a: [1, { b: 2 }], c: {}, d: [], e: 'x' };
  const lines = (text) => text.replaceAll('\n', '/');
  print(lines(JSON.stringify(value, null, 2))); // expect: {/  "a": [/    1,/    {/      "b": 2/    }/  ],/  "c": {},/  "d": [],/  "e": "x"/}
  print(lines(JSON.stringify(value, undefined, '--'))); // expect: {/--"a": [/----1,/----{/------"b": 2/----}/--],/--"c": {},/--"d": [],/--"e": "x"/}
  print(lines(JSON.stringify(value, null, 0))); // expect: {"a":[1,{"b":2}],"c":{},"d":[],"e":"x"}
  print(lines(JSON.stringify([1], null, 99))); // expect: [/          1/]
  print(lines(JSON.stringify([1], null, '123456789012345'))); // expect: [/12345678901/]
  print(lines(JSON.stringify([1], null, 2.9))); // expect: [/  1/]
  print(lines(JSON.stringify([1], null, true))); // expect: [1]
  print(JSON.stringify(value, ['a', 'e'])); // expect: {"a":[1,{}],"e":"x"}
  print(JSON.stringify({ 1: 'one', b: 2 }, [1, 'b', 'b', {}])); // expect: {"1":"one","b":2}
  print(JSON.stringify(value, [])); // expect: {}
  print(JSON.stringify(value, (key, it) => (typeof it === 'number' ? it * 10 : it))); // expect: {"a":[10,{"b":20}],"c":{},"d":[],"e":"x"}
  print(JSON.stringify({ a: 1, b: 2 }, (key, it) => (key === 'a' ? undefined : it))); // expect: {"b":2}
  print(JSON.stringify([1, 2], function (key, it) { return key === '' ? it : `${key}:${it}:${this.length}`; })); // expect: ["0:1:2","1:2:2"]
  print(show(JSON.stringify(1, () => undefined))); // expect: undefined
});
