// The parameters of async functions and generators have a scope of their own too.
const print = vmImport(1);

async function waits(a, read = () => a) {
  var a = (await a) + 1;
  return a + read();
}

async function* gives(a, read = () => a) {
  var a;
  yield ++a;
  yield read();
}

async function run() {
  print(await waits(1)); // expect: 3
  const all = [];
  for await (const value of gives(5)) all.push(value);
  print(all.join()); // expect: 6,5
}

vmExport(1, () => {
  run();
});
