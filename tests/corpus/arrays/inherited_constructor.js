// What `Array.prototype.constructor` is may change, as any property may. That array methods don't ask it a build warns of.
// node: skip — a `constructor` that was assigned is enumerable, which the scripts behind it would see
const print = vmImport(1);

class Other {}

vmExport(1, () => {
  print([].constructor === Array); // expect: true
  Array.prototype.constructor = Other;
  print([].constructor === Other); // expect: true
  print(Array.from([1, 2]).constructor === Other); // expect: true
  delete Array.prototype.constructor;
  print([].constructor === Object); // expect: true
  Array.prototype.constructor = Array;
  print([].constructor === Array); // expect: true
});
