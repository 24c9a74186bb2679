// Two exports of one id.
// expect-error: export
// expect-error: 1234
// node: skip — vmExport here is the runner's own
vmExport(1234, () => 1);
vmExport(1234, () => 2);
