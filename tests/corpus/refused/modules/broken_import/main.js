// A syntax error in an imported module.
// expect-error: SyntaxError
// expect-error: broken
import './broken';
