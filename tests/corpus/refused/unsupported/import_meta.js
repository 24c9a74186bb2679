// import.meta.
// expect-error: import.meta
function f() {
  return import.meta;
}
