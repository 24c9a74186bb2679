// EvalError, URIError and AggregateError.
const print = vmImport(1);
const before = new AggregateError([1, 2], 'before');

vmExport(1, () => {
  for (const Class of [EvalError, URIError]) {
    const error = new Class('m', { cause: 3 });
    const inherits = error instanceof Class && error instanceof Error && Class('x') instanceof Class;
    print(`${error} ${error.cause} ${inherits}`);
    // expect: EvalError: m 3 true
    // expect: URIError: m 3 true
  }
  const error = new AggregateError(new Uint8Array([4, 5]), 'several', { cause: 'c' });
  print(`${error} ${error.errors.join()} ${error.cause}`); // expect: AggregateError: several 4,5 c
  print(`${before} ${before.errors.length}`); // expect: AggregateError: before 2
  print(Object.keys(error).length); // expect: 0
  print(AggregateError([]) instanceof AggregateError); // expect: true
  try {
    new AggregateError(1);
  } catch (thrown) {
    print(thrown instanceof TypeError); // expect: true
  }
});
