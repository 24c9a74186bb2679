// Tagged templates.
// expect-error: tagged template
function f(tag) {
  return tag`a${1}b`;
}
