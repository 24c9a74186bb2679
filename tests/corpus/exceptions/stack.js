// Before the snapshot errors have a `stack`, which begins as in other engines; an image has none.
const print = vmImport(1);

function fails() {
  return new TypeError('boom');
}

const first = fails();
const lines = first.stack.split('\n');

let fault;
try {
  (() => undefined.x)();
} catch (e) {
  fault = e;
}

const descriptor = Object.getOwnPropertyDescriptor(first, 'stack');
const facts = [
  typeof descriptor.value,
  descriptor.enumerable,
  descriptor.writable,
  descriptor.configurable,
  typeof fault.stack,
  fault instanceof TypeError,
];
const empty = new Error().stack.split('\n')[0];
const replaced = new Error('a');
replaced.stack = 'mine';
const mine = replaced.stack;

vmExport(1, () => {
  print(lines[0]); // expect: TypeError: boom
  print(lines[1].includes('fails')); // expect: true
  print(lines[1].includes('stack.js:5')); // expect: true
  print(facts.join()); // expect: string,false,true,true,string,true
  print(empty); // expect: Error
  print(mine); // expect: mine
});
