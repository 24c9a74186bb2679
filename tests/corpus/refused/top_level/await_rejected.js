// What a module awaits is rejected.
// expect-error: Uncaught RangeError
await undefined;
await Promise.reject(new RangeError('rejected'));
