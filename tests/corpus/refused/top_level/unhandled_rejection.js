// A rejection that nobody has asked for when the jobs of the top level are done.
// expect-error: Uncaught (in promise) RangeError: lost
Promise.reject(new RangeError('lost'));
