// What a reviver makes unchangeable stays as it is: JSON.parse takes no notice of what it can't define or delete.
const print = vmImport(1);

const protecting = (first, second, result) => function (key, value) {
  if (key === first) Object.defineProperty(this, second, { configurable: false });
  return key === second ? result : value;
};

vmExport(1, () => {
  print(JSON.parse('[1, 2]', protecting('0', '1', 22)).join()); // expect: 1,2
  print(JSON.parse('[1, 2]', protecting('0', '1')).join()); // expect: 1,2
  print(JSON.parse('{"a": 1, "b": 2}', protecting('a', 'b', 22)).b); // expect: 2
  print(JSON.parse('{"a": 1, "b": 2}', protecting('a', 'b')).b); // expect: 2
  print(JSON.parse('{"a": 1, "b": 2}', protecting('a', 'c', 22)).b); // expect: 2
  // What is gone comes back.
  const removing = function (key, value) {
    if (key === 'a') delete this.b;
    return key === 'b' ? 22 : value;
  };
  print(JSON.parse('{"a": 1, "b": 2}', removing).b); // expect: 22
});
