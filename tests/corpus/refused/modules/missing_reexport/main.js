// A re-export of what the module doesn't export.
// expect-error: SyntaxError
// expect-error: absent
export { absent } from './lib';
