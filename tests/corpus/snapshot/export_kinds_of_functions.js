// Declarations, arrows, methods, classes' methods, the same function twice.
// call: 1(1)
// call: 2(1)
// call: 3(1)
// call: 4(1)
// call: 5(1)
// call: 6
// call: 4(2)
let calls = 0;
function declared(x) {
  return 'declared' + x + typeof this;
}
class K {
  method(x) {
    return 'method' + x + typeof this;
  }
}
const o = {
  concise(x) {
    return 'concise' + x + typeof this;
  },
};
vmExport(1, declared); // expect: => "declared1undefined"
vmExport(2, new K().method); // expect: => "method1undefined"
vmExport(3, o.concise); // expect: => "concise1undefined"
const count = (n) => (calls += n);
vmExport(4, count); // expect: => 1
vmExport(5, count); // expect: => 2
vmExport(6, () => (declared === declared) + ' ' + calls); // expect: => "true 2"
// expect: => 4
