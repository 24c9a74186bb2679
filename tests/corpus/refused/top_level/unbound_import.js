// A call of an import the build-time host lacks.
// expect-error: 4321
// node: skip — vmExport here is the runner's own
const read = vmImport(4321);
read();
