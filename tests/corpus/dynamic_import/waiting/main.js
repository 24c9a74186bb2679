// Modules that await, and are imported by `import()`: all who ask wait for the same evaluation, and what depends on one too.
// call: 1
// call: 2
import { log, gate } from './log.js';
const print = vmImport(1);

const caught = [];
const first = import('./waits.js');
const second = import('./user.js');
first.then((ns) => log.push(`first: ${ns.value}`));
second.then((ns) => log.push(`second: ${ns.twice}`));
import('./fails.js').catch((error) => caught.push(`fails ${error}`));
import('./above.js').catch((error) => caught.push(`above ${error}`));
log.push('main');

vmExport(1, () => {
  print(log.slice().sort().join(', '));
  // expect: fails begins, main, waits begins
  print(caught.sort().join(', ')); // expect: above 7, fails 7
  gate.open(21);
});
vmExport(2, () => {
  print(log.slice(3).join(', ')); // expect: waits ends, user, first: 21, second: 42
  import('./user.js').then((ns) => print(ns.twice)); // expect: 42
});
