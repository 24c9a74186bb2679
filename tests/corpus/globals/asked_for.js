// A global that may not be there is asked for in the middle of a call's arguments.
const print = vmImport(1);

vmExport(1, (name = 'other') => {
  globalThis[name] = 1;
  delete globalThis[name];
  const o = Object.assign(Object.assign({}, { a: 1 }), Object.assign({}, { b: 2 }));
  print(o.a + o.b); // expect: 3
});
