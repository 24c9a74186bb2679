// Imports while running.
// expect-error: import()
function f() {
  return import('./nowhere.js');
}
