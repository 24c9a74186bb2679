// Modules that only `import()` asks for are evaluated when it does, before the snapshot too, and once.
import { log } from './log.js';
const print = vmImport(1);

const CHOICE = 1 + 1;
log.push('main');
let chosen;
if (CHOICE === 2) {
  import('./second.js').then((ns) => {
    log.push(`got ${ns.name}`);
    chosen = ns;
    return import('./second.js');
  }).then((again) => log.push(again === chosen)).then(fail).then(fail);
} else {
  import('./first.js').then((ns) => {
    chosen = ns;
  });
}
log.push('main ends');
const caught = [];
function fail() {
  return import('./throws.js').then(
    () => caught.push('none'),
    (error) => caught.push(error),
  );
}

vmExport(1, () => {
  print(log.join(', '));
  // expect: main, main ends, common, second, got second, true, throws
  print(`${caught.length} ${caught[0] === caught[1]} ${caught[0].message}`); // expect: 2 true in vain
  print(chosen.name); // expect: second
});
