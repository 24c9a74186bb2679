// Modules that nothing has asked for when the snapshot is taken can be imported after it: that evaluates them then.
// call: 1
// call: 1
// call: 2
// call: 3
// expect: log: begins
// expect: main sees 1
// expect: log: begins, shared, even, odd
// expect: odd sees even
// expect: 10 is even: true
// expect: log: begins, shared, even, odd
// expect: odd sees even
// expect: 10 is even: true
// expect: caught: TypeError
// expect: caught: TypeError
// expect: the same: true
// expect: log: begins, shared, even, odd, fails
// expect: uninitialized: ReferenceError
// expect: 5
// expect: Point(3)
import { log } from './log.js';
const print = vmImport(1);

let calls = 0;
log.push('begins');

async function first() {
  if (calls++ === 0) {
    print(`log: ${log.join(', ')}`);
    print(`main sees ${calls}`);
  }
  const { isEven, found } = await import('./even.js');
  print(`log: ${log.join(', ')}`);
  print(`odd sees ${found()}`);
  print(`10 is even: ${isEven(10)}`);
}

async function second() {
  const errors = [];
  for (let i = 0; i < 2; i++) {
    try {
      await import('./fails.js');
    } catch (error) {
      errors.push(error);
      print(`caught: ${error.name}`);
    }
  }
  print(`the same: ${errors[0] === errors[1]}`);
  print(`log: ${log.join(', ')}`);
}

async function third() {
  const ns = await import('./lexical.js');
  print(`uninitialized: ${(await import('./reader.js')).seen}`);
  print((await import('./reader.js')).read());
  print(new ns.Point(3).toString());
}

vmExport(1, () => {
  first();
});
vmExport(2, () => {
  second();
});
vmExport(3, () => {
  third();
});
