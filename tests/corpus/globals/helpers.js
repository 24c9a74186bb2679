// What the library does for the compiler are no globals to a script.
// node: skip — its global object has properties that a loop finds
const print = vmImport(1);
const before = Object.getOwnPropertyNames(globalThis);

vmExport(1, () => {
  print(before.filter((name) => !/* an identifier */ (name[0] >= 'A' && name[0] <= 'z')).length); // expect: 0
  print(globalThis['%iterate'] === undefined && !('%iterate' in globalThis)); // expect: true
  for (const x of new Set([1])) print(x); // expect: 1
  const names = [];
  for (const key in globalThis) names.push(key);
  print(names.length); // expect: 0
});
