// An assignment to a const.
// expect-error: Uncaught TypeError
const x = 1;
x = 2;
