// WeakSet: what its functions give, and what may be in it.
const print = vmImport(1);
const outcome = (f) => {
  try {
    return f();
  } catch (error) {
    return error.name;
  }
};

vmExport(1, () => {
  const value = {};
  const set = new WeakSet([value, print]);
  print(set.has(value) && set.has(print) && !set.has({}) && !set.has(1)); // expect: true
  print(set.delete(value) + ' ' + set.delete(value) + ' ' + set.has(value)); // expect: true false false
  print(set.add(value) === set && set.has(value)); // expect: true
  print(outcome(() => set.add(1)) + ' ' + outcome(() => WeakSet([])) + ' ' + outcome(() => new WeakSet([1])));
  // expect: TypeError TypeError TypeError
  class Tagged extends WeakSet {
    add(value) {
      super.add(value);
      return super.add(print);
    }
  }
  print(new Tagged([value]).has(print)); // expect: true
  print([WeakSet.length, WeakSet.name, WeakSet.prototype.add.length].join()); // expect: 0,WeakSet,1
  print(Object.prototype.toString.call(set)); // expect: [object WeakSet]
});
