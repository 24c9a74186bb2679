import { shout, early } from './main';
import { name as secondName } from './second';
const name = 'third';
// The main module hasn't run: its functions exist, its var is undefined.
export const atTopLevel = shout('' + early);
export function text() {
  return secondName + ' ' + shout(name);
}
