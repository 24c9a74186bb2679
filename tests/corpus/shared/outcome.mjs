// What a function returns, or the name of what it throws.
export function outcome(run) {
  try {
    const result = run();
    return result === undefined ? 'nothing' : result;
  } catch (error) {
    return error.name;
  }
}

// The name of what a function throws, `no` if it throws nothing.
export function refuses(attempt) {
  try {
    attempt();
    return 'no';
  } catch (error) {
    return error.name;
  }
}
