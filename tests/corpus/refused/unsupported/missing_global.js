// A standard object the library lacks, used at build time.
// expect-error: Math
const x = Math.floor(1.5);
