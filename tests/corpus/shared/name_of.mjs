// The name of what a function throws.
export function nameOf(run) {
  try {
    run();
    return 'none';
  } catch (error) {
    return error.name;
  }
}
