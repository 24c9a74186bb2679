// Modules run once, in the order of the imports, deepest first, wherever the imports stand.
import { log } from './log';
const print = vmImport(1);

log.push('main');
const atTopLevel = d;
import './a';
import './b';
export { c } from './c';
import { d } from './d';
import './a';

function run() {
  let s = '';
  for (let i = 0; i < log.length; i++) s += log[i] + ' ';
  print(s + '.'); // expect: a1 a2 a b c d main .
  print(atTopLevel); // expect: d
}

vmExport(1, run);
