// Reflect.get and Reflect.has look for a number in no prototype of a typed array (ECMAScript 10.4.5.2, 10.4.5.4).
const print = vmImport(1);

vmExport(1, () => {
  const keys = ['1', '-0', '1.5', 'Infinity', '01', 'name'];
  const prototype = Int8Array.prototype;
  for (const key of keys) prototype[key] = key;
  const list = new Int8Array(1);
  const heir = Object.create(list);
  Object.defineProperty(heir, '1.5', { value: 'own' });
  const seen = [];
  for (const object of [list, heir]) {
    seen.push(keys.map((key) => Reflect.get(object, key)).join());
    seen.push(keys.map((key) => Number(Reflect.has(object, key))).join(''));
  }
  seen.push([Reflect.get(list, 0), Reflect.has(list, 0), Reflect.get(heir, 0), Reflect.has(heir, '0')].join());
  seen.push([Reflect.get([], '1'), Reflect.has([], '1'), Reflect.get(prototype, '1'), Reflect.has(prototype, '1')].join());
  for (const key of keys) delete prototype[key];
  for (const text of seen) print(text);
  // expect: ,,,,01,name
  // expect: 000011
  // expect: ,,own,,01,name
  // expect: 001011
  // expect: 0,true,0,true
  // expect: ,false,1,true
});
