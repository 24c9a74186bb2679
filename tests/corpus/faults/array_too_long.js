// On the device an array has a greatest length, which is less than ECMAScript's.
const print = vmImport(1);

vmExport(1, () => {
  const list = [1];
  let fits = true;
  try {
    list.length = 0x8000000;
  } catch (error) {
    fits = !(error instanceof RangeError);
  }
  print(fits === (list.length === 0x8000000)); // expect: true
  print(fits || list.length === 1); // expect: true
  list.length = 1;
  print(list.join()); // expect: 1
});
