// How a test says that it has ended, if it isn't over when its top level is.
function $DONE(error) {
  print(error ? `Test262:AsyncTestFailure:${String(error)}` : 'Test262:AsyncTestComplete');
}
