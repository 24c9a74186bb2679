// A standard object the library lacks, used at build time.
// expect-error: Intl
const x = new Intl.Collator();
