// JSON.parse: everything that is JSON, and a reviver.
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print(JSON.parse('5') + JSON.parse(' -0.5e1 ')); // expect: 0
  print(JSON.parse('"a\\"\\\\\\/\\b\\f\\u00e9\\ud83d\\ude00"').length); // expect: 9
  print(JSON.parse('"\\n\\r\\t"') === '\n\r\t'); // expect: true
  print(JSON.parse('"é😀"')); // expect: é😀
  print(show(JSON.parse('[1, [2, []], "x"]'))); // expect: [1,[2,[]],'x']
  print(JSON.parse('{"a": {"b": [true, false, null]}}').a.b.length); // expect: 3
  print(JSON.stringify(JSON.parse('{"b":1,"a":2,"1":3,"b":4}'))); // expect: {"1":3,"b":4,"a":2}
  print(show(JSON.parse('-0'))); // expect: -0
  print(JSON.parse('1e3') + JSON.parse('1E+3') + JSON.parse('10e-1')); // expect: 2001
  print(JSON.parse('123456789012345678')); // expect: 123456789012345680
  print(JSON.parse('\t\n\r [ ] ').length); // expect: 0
  print(JSON.parse(null) === null); // expect: true
  print(JSON.parse(true)); // expect: true
  print(JSON.stringify(JSON.parse('[1,{"a":2}]', (key, value) => (typeof value === 'number' ? value + 1 : value)))); // expect: [2,{"a":3}]
  print(JSON.stringify(JSON.parse('{"a":1,"b":2}', (key, value) => (key === 'a' ? undefined : value)))); // expect: {"b":2}
  let seen = '';
  JSON.parse('{"a":[1,2],"b":3}', (key, value) => { seen += key + ' '; return value; });
  print(seen + '.'); // expect: 0 1 a b  .
  print(JSON.parse('"x"', function (key, value) { return `${key === '' && this[''] === 'x'}${value}`; })); // expect: truex
});
