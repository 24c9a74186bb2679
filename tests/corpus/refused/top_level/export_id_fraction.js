// An id that isn't whole.
// expect-error: 1.5
// node: skip — vmExport here is the runner's own
vmExport(1.5, () => 1);
