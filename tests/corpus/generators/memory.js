// Generators that nobody holds are collected, in whatever state; those that wait keep what they need.
const print = vmImport(1);
function* chain(length, below) {
  let own = { text: `${length}`, below };
  while (own !== null) {
    yield own.text;
    own = own.below;
  }
}
const kept = chain(1, { text: 'from before', below: null });
vmExport(1, () => {
  let total = 0;
  for (let i = 0; i < 400; i++) {
    const it = chain(i, { text: 'x', below: null });
    total += it.next().value.length;
    if (i % 2 === 0) it.next();
    if (i % 4 === 0) it.next();
  }
  print(total); // expect: 1090
  const list = [];
  for (let i = 0; i < 30; i++) list.push(chain(i, null));
  let text = '';
  for (let i = 0; i < 30; i++) text += list[i].next().value;
  print(text); // expect: 01234567891011121314151617181920212223242526272829
  print(kept.next().value); // expect: 1
  print(kept.next().value); // expect: from before
  print(kept.next().done); // expect: true
});
