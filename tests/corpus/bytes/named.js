// A Uint8Array may get properties of its own in an image that has nothing else of typed arrays.
const print = vmImport(1);
const kept = new Uint8Array([1, 2]);

vmExport(1, () => {
  kept.name = 'kept';
  kept[0] = 7;
  print(`${kept.name} ${kept.length} ${kept[0]} ${kept[1]}`); // expect: kept 2 7 2
  const made = new Uint8Array(1);
  print(made.name === undefined); // expect: true
});
