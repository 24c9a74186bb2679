// What is in a cycle with a module that awaits is there when all of the cycle is, and fails with it; what fails holds up
// nobody else.
// call: 1
// call: 2
import { log, gate, waits } from './log.js';
const print = vmImport(1);

function ask(name, promise) {
  return promise.then(
    () => log.push(`${name} is there`),
    (error) => log.push(`${name} failed: ${error}`),
  );
}
async function all() {
  await ask('first', import('./first.js'));
  await ask('second', import('./second.js'));
  const both = [ask('stops', import('./stops.js')), ask('above', import('./above_slow.js'))];
  await Promise.all(both);
  ask('open', import('./open.js'));
  await waits.passed;
  ask('back', import('./back.js'));
}
all();

vmExport(1, () => {
  print(log.slice(0, 3).join(', ')); // expect: second runs, first failed: A, second failed: A
  print(log.slice(3, 5).sort().join(', ')); // expect: above is there, stops failed: 7
  print(log.slice(5).join(', ')); // expect: back runs, open waits
  gate.open();
});
vmExport(2, () => {
  print(log.slice(7).sort().join(', ')); // expect: back is there, open is there
});
