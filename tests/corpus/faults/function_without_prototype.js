// Functions that inherit from nothing aren't there yet: that is said, and not done in another way.
// node: skip — nothing is refused there
const print = vmImport(1);
vmExport(1, () => {
  const free = () => {};
  try {
    Object.setPrototypeOf(free, null);
    print('accepted');
  } catch (error) {
    print(error instanceof TypeError || error instanceof RangeError); // expect: false
  }
  print(Object.getPrototypeOf(free) === Function.prototype); // expect: true
  print(Object.getPrototypeOf(Object.setPrototypeOf({}, null))); // expect: null
});
