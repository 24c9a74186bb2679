// An import of a name which two stars give differently.
// expect-error: SyntaxError
// expect-error: twice
import { twice } from './both';
