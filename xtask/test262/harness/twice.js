// Declares what another file of the harness declares too, and has a function within one that isn't indented.
function onlyHere() {
  return 1;
}
function $DONE() {}
(function () {
function hidden() {}
hidden();
})();
