// What loops need of the library is loaded when the snapshot is taken.
const print = vmImport(1);

async function loop() {
  for await (const x of [Promise.resolve(1), 2]) print(x);
}

vmExport(1, () => {
  loop();
  // expect: 1
  // expect: 2
});
