// WeakMap: what its functions give, and what may be a key.
const print = vmImport(1);
const outcome = (f) => {
  try {
    return f();
  } catch (error) {
    return error.name;
  }
};

vmExport(1, () => {
  const key = {};
  const f = () => 1;
  const list = [1, 2];
  const map = new WeakMap([[key, 'object'], [f, 'function'], [list, 'array']]);
  print([map.get(key), map.get(f), map.get(list)].join()); // expect: object,function,array
  print(map.get({}) === undefined && map.get(undefined) === undefined && map.get(5) === undefined); // expect: true
  print(map.has(key) && !map.has({}) && !map.has('key') && !map.has(undefined)); // expect: true
  print(map.set(key, 'other') === map && map.get(key)); // expect: other
  print(map.delete(key) + ' ' + map.delete(key) + ' ' + map.has(key) + ' ' + map.delete(1)); // expect: true false false false
  print(map.has(undefined) || map.delete(undefined)); // expect: false
  map.set(key, undefined);
  print(map.has(key) && map.get(key) === undefined); // expect: true
  print([1, 'key', null, undefined, true, Symbol.for('registered')].map((it) => outcome(() => map.set(it, 1))).join());
  // expect: TypeError,TypeError,TypeError,TypeError,TypeError,TypeError
  const symbol = Symbol('key');
  print(map.set(symbol, 'symbol').get(symbol) + map.set(Symbol.iterator, ', known').get(Symbol.iterator));
  // expect: symbol, known
  print(outcome(() => map.has(Symbol.for('registered'))) + ' ' + Symbol.keyFor(symbol)); // expect: false undefined
  print(Object.prototype.toString.call(map)); // expect: [object WeakMap]
  print([outcome(() => WeakMap()), outcome(() => new WeakMap(5)), outcome(() => new WeakMap([5]))].join());
  // expect: TypeError,TypeError,TypeError
  print(outcome(() => WeakMap.prototype.get.call(new Map(), key))); // expect: TypeError
  print(outcome(() => WeakMap.prototype.set.call({}, key, 1))); // expect: TypeError
  print([WeakMap.length, WeakMap.name, WeakMap.prototype.set.length, WeakMap.prototype.get.name].join()); // expect: 0,WeakMap,2,get
  print(Object.keys(WeakMap.prototype).length + ' ' + ('size' in map) + ' ' + (Symbol.iterator in map)); // expect: 0 false false
  print(new WeakMap(null).has(key) || new WeakMap(undefined).has(key)); // expect: false
});
