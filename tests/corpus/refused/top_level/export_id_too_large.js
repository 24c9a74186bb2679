// An id above 65,535.
// expect-error: 65536
// node: skip — vmExport here is the runner's own
vmExport(65536, () => 1);
