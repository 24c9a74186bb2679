// What a function returns, or the name of what it throws.
export function outcome(run) {
  try {
    const result = run();
    return result === undefined ? 'nothing' : result;
  } catch (error) {
    return error.name;
  }
}
