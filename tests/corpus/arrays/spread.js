// Spread in array literals: copies, in order, of arrays and strings, among other elements and holes.
const print = vmImport(1);

const join = (list) => {
  let text = '';
  for (let i = 0; i < list.length; i++) text += (i in list ? `${list[i]}` : '-') + ' ';
  return text + list.length;
};
const before = [...'ab', 1, ...[2, 3]];

vmExport(1, () => {
  print(join(before)); // expect: a b 1 2 3 5
  print(join([...before])); // expect: a b 1 2 3 5
  print(join([0, ...before, 4, 5])); // expect: 0 a b 1 2 3 4 5 8
  print(join([...[], ...'', ...[['only'][0]]])); // expect: only 1
  print(join([, ...[1, , 2], , 3, ,])); // expect: - 1 undefined 2 - 3 - 7
  const copy = [...before];
  copy.push(9);
  print(`${before.length} ${copy.length} ${copy !== before}`); // expect: 5 6 true
  const list = [1, 2];
  print(join([...list, list.push(3), ...list])); // expect: 1 2 3 1 2 3 6
  let calls = 0;
  const next = () => [++calls];
  print(join([...next(), next()[0], ...next()])); // expect: 1 2 3 3
  const nested = [...[...[...'deep']]];
  print(join(nested)); // expect: d e e p 4
  const big = [];
  for (let i = 0; i < 300; i++) big.push(i);
  print([...big, ...big].length); // expect: 600
  try {
    [...[1], ...print];
  } catch (error) {
    print(error instanceof TypeError); // expect: true
  }
});
