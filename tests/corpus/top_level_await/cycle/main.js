// Modules that depend on each other and await: what depends on one of them waits for all.
import './first.js';
import './outside.js';
import { log } from './log.js';
const print = vmImport(1);

log.push('main');

vmExport(1, () => {
  print(log.join(', '));
});
// expect: third, second begins, first, second ends, first begins, second, first ends, outside, main
