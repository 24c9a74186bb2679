// A const with the name of an import.
// expect-error: SyntaxError
import { a } from './nowhere';
const a = 1;
