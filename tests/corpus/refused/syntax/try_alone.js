// try without catch and finally.
// expect-error: SyntaxError
try {
}
