// A default import of a module that has none.
// expect-error: SyntaxError
// expect-error: default
import lib from './lib';
