// Object as a function.
const print = vmImport(1);

vmExport(1, () => {
  const o = {};
  print(Object(o) === o); // expect: true
  print(Object(null) === null); // expect: false
  print(typeof Object() + typeof Object(undefined)); // expect: objectobject
  print(Object.keys(new Object()).length); // expect: 0
  print(({}).constructor === Object); // expect: true
  print({} instanceof Object); // expect: true
  print([] instanceof Object); // expect: true
  print(Object.create(null) instanceof Object); // expect: false
});
