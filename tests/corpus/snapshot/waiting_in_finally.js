// An error that nobody has caught yet goes on behind the snapshot: generators and async functions wait in a `finally`.
// call: 1
// call: 2
// call: 3
const print = vmImport(1);
const name = (e) => (e instanceof ReferenceError ? 'ReferenceError' : e instanceof TypeError ? 'TypeError' : e);

function* cleaning(f) {
  try {
    f();
  } finally {
    yield 'cleaning';
  }
}
const fault = cleaning(() => undeclared);
const value = cleaning(() => {
  throw 'a value';
});
const nested = (function* () {
  try {
    yield* cleaning(() => null.x);
  } catch (e) {
    yield name(e);
  } finally {
    yield 'at last';
  }
})();
for (const it of [fault, value, nested]) it.next();

const gates = [];
const gate = () => new Promise((resolve) => void gates.push(resolve));
async function work(f) {
  try {
    return await f();
  } finally {
    await gate();
    print('cleaned');
  }
}
const report = (e) => print(name(e));
work(() => undeclared).then(print, report);
work(() => 5).then(print, report);
(async () => {
  try {
    for await (const it of { [Symbol.asyncIterator]: () => ({ next: () => ({ done: false, value: 1 }), return: gate }) }) null.x;
  } catch (e) {
    report(e);
  }
})();

vmExport(1, () => {
  for (const it of [fault, value]) {
    try {
      it.next();
    } catch (e) {
      print(name(e));
    }
  }
  // expect: ReferenceError
  // expect: a value
});
vmExport(2, () => {
  for (let i = 0; i < 3; i++) print(String(nested.next().value));
  // expect: TypeError
  // expect: at last
  // expect: undefined
});
vmExport(3, () => {
  for (const open of gates) open({});
  // expect: cleaned
  // expect: cleaned
  // expect: TypeError
  // expect: ReferenceError
  // expect: 5
});
