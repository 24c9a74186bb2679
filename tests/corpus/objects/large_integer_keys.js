// Numbers of ten digits are the same keys as their texts, of objects and of arrays.
const print = vmImport(1);

function keys(object, minus) {
  return [999999999, 1000000000, 1073741824, 2147483647, 2147483648, 4294967294, 4294967295].map((key) => {
    object[key] = 1;
    object[`${key - 2}`] = 2;
    const computed = key - minus + 5;
    const seen = [object[`${key}`], object[computed], object[key - 2], `${key}` in object, computed in object];
    return `${seen.join()},${Object.hasOwn(object, key - 2)},${Reflect.has(object, `${key - 2}`)}`;
  });
}

const list = [];
list.name = 'not a mere array';
const before = { 1000000001: 'literal', '2000000000': 'quoted' };
before[1500000000] = 'computed';

vmExport(1, () => {
  for (const object of [{}, list]) print(new Set(keys(object, 5)).size + keys(object, 5)[1]);
  // expect: 11,1,2,true,true,true,true
  // expect: 11,1,2,true,true,true,true
  print(list.at(4294967294 - 2) + list.at(-1)); // expect: 3
  for (const key of [1000000001, 2000000000, 1500000000]) print(before[key] + ' ' + before[`${key}`]);
  // expect: literal literal
  // expect: quoted quoted
  // expect: computed computed
  print(Object.keys(before).join()); // expect: 1000000001,1500000000,2000000000
  const { 1000000001: literal } = before;
  print(literal + delete before[1500000000] + before['1500000000']); // expect: literaltrueundefined
});
