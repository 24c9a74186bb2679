// A property of globalThis is a variable of all modules, before the snapshot and after it.
// call: 1
// call: 2
// call: 1
import './defines.js';
import { read, bump } from './uses.js';
const print = vmImport(1);

greeting = greeting + '!';
total++;

vmExport(1, () => {
  print(greeting); // expect: hello!
  print(total); // expect: 11
  print(read()); // expect: 11
  print(typeof greeting); // expect: string
  print(greet('you')); // expect: hello! you
});
vmExport(2, () => {
  bump();
  total += 100;
  greeting = 'bye';
  print(read()); // expect: 112
});
// expect: bye
// expect: 112
// expect: 112
// expect: string
// expect: bye you
