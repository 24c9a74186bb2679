// Modules that await: what depends on them is evaluated behind them, in order, and what doesn't isn't held up.
import './waits.js';
import './sibling.js';
import './both.js';
import user from './user.js';
import { log } from './log.js';
const print = vmImport(1);

log.push(`main ${user}`);
Promise.resolve().then(() => log.push('job of main'));

vmExport(1, () => {
  print(log.join(', '));
});
// expect: waits begins, sibling, longer begins, waits ends, user sees awaited, longer ends, both begins, both ends, main awaited, job of main
