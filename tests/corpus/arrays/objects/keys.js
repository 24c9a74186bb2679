// The keys of an array: its elements in ascending order, its length, the others in order of creation, symbols last.
const print = vmImport(1);
const symbol = Symbol('s');

function make() {
  const list = [1, 2];
  list.b = 1;
  list[4] = 5;
  list.a = 2;
  list[3] = 4;
  list[symbol] = 3;
  return list;
}
const captured = make();

function tell(list) {
  print(Object.keys(list).join());
  print(Object.getOwnPropertyNames(list).join());
  print(Reflect.ownKeys(list).length);
  let keys = '';
  for (const key in list) keys += key + ';';
  print(keys);
  print(Object.entries(list).join(';'));
  print(Object.values({ ...list }).join());
  print(Object.assign({}, list)[symbol]);
}

vmExport(1, () => {
  tell(captured);
  // expect: 0,1,3,4,b,a
  // expect: 0,1,3,4,length,b,a
  // expect: 8
  // expect: 0;1;3;4;b;a;
  // expect: 0,1;1,2;3,4;4,5;b,1;a,2
  // expect: 1,2,4,5,1,2
  // expect: 3
  tell(make());
  // expect: 0,1,3,4,b,a
  // expect: 0,1,3,4,length,b,a
  // expect: 8
  // expect: 0;1;3;4;b;a;
  // expect: 0,1;1,2;3,4;4,5;b,1;a,2
  // expect: 1,2,4,5,1,2
  // expect: 3
  print(captured.hasOwnProperty('a')); // expect: true
  print(captured.propertyIsEnumerable('length')); // expect: false
  print(Object.hasOwn(captured, 2)); // expect: false
  // All indices go with the length, nothing else.
  captured.length = 1;
  print(Reflect.ownKeys(captured).slice(0, 4).join()); // expect: 0,length,b,a
});
