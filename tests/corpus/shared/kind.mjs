// The class of what a function throws.
export function kind(run) {
  try {
    run();
  } catch (error) {
    if (error instanceof TypeError) return 'TypeError';
    if (error instanceof RangeError) return 'RangeError';
    if (error instanceof SyntaxError) return 'SyntaxError';
    return 'something else';
  }
  return 'nothing';
}
