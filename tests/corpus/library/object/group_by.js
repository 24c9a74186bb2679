// Object.groupBy.
// node: skip — node 20 has none
const print = vmImport(1);

vmExport(1, () => {
  const groups = Object.groupBy([1, 2, 3, 4, 5], (it, index) => (index === 4 ? 'last' : it % 2 === 0 ? 'even' : 'odd'));
  print(JSON.stringify(groups)); // expect: {"odd":[1,3],"even":[2,4],"last":[5]}
  print(Object.getPrototypeOf(groups) === null); // expect: true
  print(Object.groupBy('aba', (it) => it).a.length); // expect: 2
  print(Object.keys(Object.groupBy([1], () => '__proto__')).join()); // expect: __proto__
  for (const wrong of [undefined, null, 5]) {
    try {
      Object.groupBy(wrong, () => 1);
    } catch (error) {
      print(error instanceof TypeError);
      // expect: true
      // expect: true
      // expect: true
    }
  }
});
