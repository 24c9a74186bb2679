// `arguments` of async functions and of generators, behind the points where they wait.
const print = vmImport(1);
async function later() {
  await 0;
  return `${arguments.length} ${[...arguments].join()}`;
}
async function own(a) {
  const before = arguments;
  await 0;
  return before === arguments && arguments[0] === a;
}
function* generate() {
  yield arguments.length;
  yield arguments[1];
}
vmExport(1, () => {
  print([...generate('x', 'y')].join()); // expect: 2,y
  later(1, 2).then(print); // expect: 2 1,2
  own('a').then(print); // expect: true
});
