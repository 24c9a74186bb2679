// State left by the top level goes on where it was, and changes from call to call.
// call: 1
// call: 2(10)
// call: 1
let n = 0;
for (let i = 0; i < 5; i++) n += i;
vmExport(1, () => ++n);
vmExport(2, (d) => { n += d; });
// expect: => 11
// expect: => 22
