// Environments that live as long as the closures over them.
const print = vmImport(1);

function make(i) {
  const data = [i, i * 2];
  let calls = 0;
  return () => data[0] + data[1] + ++calls;
}

function run() {
  const kept = [];
  let last;
  for (let i = 0; i < 1000; i++) {
    last = make(i);
    last();
    if (i % 200 === 0) kept.push(last);
  }
  let sum = 0;
  for (let i = 0; i < kept.length; i++) sum += kept[i]();
  print(sum); // expect: 6010
  print(last()); // expect: 2999
  // A chain of closures, each over the one before.
  let chain = () => 0;
  for (let i = 0; i < 20; i++) {
    const before = chain;
    chain = () => before() + i;
  }
  print(chain()); // expect: 190
}

vmExport(1, run);
