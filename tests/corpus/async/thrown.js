// Jobs run when a call of the host throws, too.
// call: 1
// expect-uncaught: TypeError
const print = vmImport(1);

vmExport(1, () => {
  Promise.resolve('job').then(print); // expect: job
  null.x;
});
