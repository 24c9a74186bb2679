// An id below 0.
// expect-error: -1
// node: skip — vmExport here is the runner's own
vmExport(-1, () => 1);
