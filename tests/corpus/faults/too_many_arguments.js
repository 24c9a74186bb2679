// A host gets no more arguments than it can count.
// node: skip — there any number will do
const print = vmImport(1);

vmExport(1, () => {
  const list = [];
  for (let i = 0; i < 300; i++) list.push(i);
  try {
    print(...list);
  } catch (error) {
    print(error.name); // expect: RangeError
  }
  print(list.length); // expect: 300
});
