// WeakRef: its properties, and what it refuses.
const print = vmImport(1);
const outcome = (f) => {
  try {
    return f();
  } catch (error) {
    return error.name;
  }
};

vmExport(1, () => {
  const target = {};
  class Named extends WeakRef {
    name = 'named';
  }
  print(new WeakRef(target).deref() === target && new Named(target).deref() === target); // expect: true
  const symbol = Symbol();
  print(new WeakRef(symbol).deref() === symbol); // expect: true
  print(outcome(() => WeakRef(target)) + ' ' + outcome(() => new WeakRef()) + ' ' + outcome(() => new WeakRef(Symbol.for(''))));
  // expect: TypeError TypeError TypeError
  print(outcome(() => WeakRef.prototype.deref.call({}))); // expect: TypeError
  print([WeakRef.length, WeakRef.name, WeakRef.prototype.deref.length].join()); // expect: 1,WeakRef,0
  print(Object.prototype.toString.call(new Named(target))); // expect: [object WeakRef]
  print(WeakRef.prototype.constructor === WeakRef); // expect: true
});
