// The key __proto__ in a JSON text is a property like any other.
const print = vmImport(1);

vmExport(1, () => {
  const parsed = JSON.parse('{"__proto__": {"x": 1}, "a": 2}');
  print(Object.keys(parsed).join()); // expect: __proto__,a
  print(parsed.x === undefined); // expect: true
  print(Object.getPrototypeOf(parsed) === Object.prototype); // expect: true
  print(JSON.stringify(parsed)); // expect: {"__proto__":{"x":1},"a":2}
  const revived = JSON.parse('{"__proto__": 1}', (key, value) => (key === '' ? value : { y: value }));
  print(JSON.stringify(revived)); // expect: {"__proto__":{"y":1}}
  print(JSON.parse('{"__proto__": null}').toString()); // expect: [object Object]
});
