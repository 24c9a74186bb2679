// A function is an object: it may have properties.
const print = vmImport(1);

function counter() {
  counter.calls = counter.calls + 1;
  return counter.calls;
}
counter.calls = 10;
counter.helper = { factor: 2 };

function run() {
  print(counter()); // expect: 11
  print(counter()); // expect: 12
  print(counter.calls * counter.helper.factor); // expect: 24
  const f = () => 0;
  const g = () => 0;
  f.tag = 'f';
  print(f.tag); // expect: f
  print(g.tag === undefined); // expect: true
  print('tag' in f); // expect: true
  delete f.tag;
  print('tag' in f); // expect: false
  f.method = function () {
    return this === f;
  };
  print(f.method()); // expect: true
}

vmExport(1, run);
