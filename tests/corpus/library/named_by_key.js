// A key that listing an object gives may mean a function of the library that nothing else names.
const print = vmImport(1);

const asked = { at: 1, join: '-' };
const described = { get lastIndexOf() { return 2; } };
class Record {
  constructor() {
    this.indexOf = 3;
  }
}
const computed = {};
computed[['rev', 'erse'].join('')] = 0;

vmExport(1, () => {
  const list = [1, 2, 3];
  const results = [];
  for (const key in asked) results.push(list[key](asked[key]));
  print(`${results}`); // expect: 2,1-2-3
  for (const key of Object.keys(described)) print(list[key](described[key])); // expect: 1
  for (const [key, value] of Object.entries(new Record())) print(list[key](value)); // expect: 2
  for (const key in computed) print(`${list[key]()}`); // expect: 3,2,1
  const made = { includes: 3, concat: 4 };
  print(Object.getOwnPropertyNames(made).map((key) => `${list[key](made[key])}`).join(' ')); // expect: true 3,2,1,4
  const methods = Reflect.ownKeys({ toFixed() {}, toPrecision() {} });
  print(methods.map((key) => (1.5)[key](1)).join()); // expect: 1.5,2
});
