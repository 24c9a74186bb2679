// A module throws that another one had to wait for.
// expect-error: Uncaught TypeError
import './user.js';
throw new RangeError('never evaluated');
