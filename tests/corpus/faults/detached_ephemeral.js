// What exists only at build time throws after the snapshot, which can be caught. Before it, this exports twice.
// node: skip — vmExport there is the runner's own
const print = vmImport(1);

vmExport(1, () => {
  let caught = false;
  try {
    vmExport(1, print);
  } catch (error) {
    caught = error instanceof Error;
  }
  print(caught); // expect: true
});
