// That a function is async is seen by `instanceof` alone.
const print = vmImport(1);
const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;

vmExport(1, () => {
  const kinds = [];
  for (const it of [async () => {}, () => {}]) kinds[kinds.length] = it instanceof AsyncFunction;
  print(kinds.join()); // expect: true,false
});
