// A name that two modules re-export from each other.
// expect-error: SyntaxError
// expect-error: round
import { round } from './a';
