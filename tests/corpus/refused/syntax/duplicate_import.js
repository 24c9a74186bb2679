// Two imports of one name.
// expect-error: SyntaxError
import { a } from './nowhere';
import { a } from './elsewhere';
