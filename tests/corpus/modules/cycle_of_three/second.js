import { text, atTopLevel } from './third';
import { name as mainName } from './main';
export const name = 'second';
export function describe() {
  if (atTopLevel !== 'undefined!') return atTopLevel;
  return mainName + ' ' + text();
}
