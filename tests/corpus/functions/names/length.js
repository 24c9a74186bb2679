// `length` is the number of parameters before the first that has a default or takes the rest.
const print = vmImport(1);

class Base {
  constructor(a, b) {}
}
class Derived extends Base {}
class Empty {}
const functions = [
  () => {},
  a => a,
  (a, b = 1, c) => a,
  (a, ...rest) => a,
  ({ a }, [b]) => a,
  ({ a } = {}) => a,
  function (a, b, c) {},
  function* (a) {},
  Base,
  Derived,
  Empty,
];
const accessors = {
  get a() {
    return 1;
  },
  set a(value) {},
};

vmExport(1, () => {
  print(functions.map(f => f.length).join(' ')); // expect: 0 1 1 1 2 0 3 1 2 0 0
  const { get, set } = Object.getOwnPropertyDescriptor(accessors, 'a');
  print(get.length + set.length * 10); // expect: 10
});
