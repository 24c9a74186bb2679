// A pattern of elements within those of properties, in the rest of an iterated parameter: it is built.
const print = vmImport(1);

vmExport(2, ([[a, ...{ x: { y: [c] } }]]) => c);
vmExport(1, () => {
  print('built'); // expect: built
});
