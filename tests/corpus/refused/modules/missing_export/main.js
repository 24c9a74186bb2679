// An import of what the module doesn't export.
// expect-error: SyntaxError
// expect-error: absent
import { absent } from './lib';
