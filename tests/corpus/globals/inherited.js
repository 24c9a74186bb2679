// A name that globalThis inherits is no error.
const print = vmImport(1);
Object.prototype.shared = 'from the prototype';

vmExport(1, () => {
  print(shared); // expect: from the prototype
  delete Object.prototype.shared;
  print(typeof shared); // expect: undefined
  print(typeof hasOwnProperty); // expect: function
  print(typeof toString); // expect: function
});
