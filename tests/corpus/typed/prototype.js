// A typed array made by Reflect, and one that gets another prototype.
const print = vmImport(1);

vmExport(1, () => {
  const made = Reflect.construct(Int8Array, [[1, 2]]);
  print(made.join()); // expect: 1,2
  Object.setPrototypeOf(made, Array.prototype);
  print([made instanceof Array, made[1], Array.isArray(made)].join()); // expect: true,2,false
});
