// `arguments` of async generators, behind the points where they wait.
const print = vmImport(1);
async function* generate(a) {
  yield arguments.length;
  await 0;
  yield arguments[0] + a;
  yield [...arguments].join();
}
async function run() {
  for await (const value of generate('x', 'y')) print(value);
  // expect: 2
  // expect: xx
  // expect: x,y
}
vmExport(1, () => {
  run();
});
