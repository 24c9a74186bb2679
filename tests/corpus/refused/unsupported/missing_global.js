// A standard object the library lacks, used at build time.
// expect-error: Map
const x = new Map();
