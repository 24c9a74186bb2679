// BigInt literals.
// expect-error: bigint
function f() {
  return 10n;
}
