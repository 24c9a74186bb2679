// Map: keys by SameValueZero, order of insertion, what each method returns.
import { nameOf } from '../shared/name_of.mjs';
const print = vmImport(1);

vmExport(1, () => {
  const map = new Map();
  print(map.size); // expect: 0
  print(map.set('a', 1) === map); // expect: true
  map.set(1, 'one').set('1', 'text').set(true, 'yes').set(undefined, 'nothing').set(null, 'null');
  const object = {};
  const list = [];
  const func = () => 0;
  const symbol = Symbol();
  map.set(object, 'object').set(list, 'list').set(func, 'function').set(symbol, 'symbol');
  map.set(NaN, 'NaN').set(-0, 'zero').set(1.5, 'float').set(1e10, 'large').set(-1e-10, 'small');
  print(map.size); // expect: 15
  print([map.get('a'), map.get(1), map.get('1'), map.get(true), map.get(undefined), map.get(null)].join()); // expect: 1,one,text,yes,nothing,null
  print([map.get(object), map.get(list), map.get(func), map.get(symbol), map.get({})].join()); // expect: object,list,function,symbol,
  print([map.get(NaN), map.get(0), map.get(-0), map.get(3 / 2), map.get(1e10), map.get(-1e-10)].join()); // expect: NaN,zero,zero,float,large,small
  print(map.has('a') && !map.has('b') && map.has(0 / 0) && !map.has(false)); // expect: true
  print(map.delete('1') && !map.delete('1') && map.delete(object) && map.delete(NaN)); // expect: true
  map.set('1', 'again').set('a', 'changed');
  let text = '';
  for (const [key, value] of map) text += typeof key + ':' + value + ' ';
  print(text.trim()); // expect: string:changed number:one boolean:yes undefined:nothing object:null object:list function:function symbol:symbol number:zero number:float number:large number:small string:again
  print(Object.is([...map.keys()][8], 0)); // expect: true
  print(map.clear() === undefined && map.size === 0 && !map.has('a')); // expect: true
  print([...map].length); // expect: 0
  map.set('b', 2);
  print([...map].join()); // expect: b,2
  print(nameOf(() => Map())); // expect: TypeError
  print(nameOf(() => Map.prototype.get.call({}, 1))); // expect: TypeError
  print(nameOf(() => Map.prototype.get.call(new Set(), 1))); // expect: TypeError
  print(nameOf(() => Map.prototype.size)); // expect: TypeError
  print(nameOf(() => map.forEach(1))); // expect: TypeError
  print(String(map) + Object.prototype.toString.call(new Set())); // expect: [object Map][object Set]
  print(map instanceof Map && map.constructor === Map && Object.getPrototypeOf(map) === Map.prototype); // expect: true
  print(Object.keys(map).length + JSON.stringify(map)); // expect: 0{}
});
