// Order and search of floats.
const print = vmImport(1);

vmExport(1, () => {
  const floats = new Float64Array([3, NaN, -0, 0, -Infinity, 0, -0, 1]);
  print(floats.sort().join() + ' ' + Object.is(floats[1], -0) + Object.is(floats[2], -0) + Object.is(floats[3], 0));
  // expect: -Infinity,0,0,0,0,1,3,NaN truetruetrue
  print(floats.includes(NaN) + ' ' + floats.indexOf(NaN)); // expect: true -1
});
