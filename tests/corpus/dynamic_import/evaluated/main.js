// `import()` of modules that have been evaluated gives their namespaces, the same that `import *` gives.
// call: 1
// call: 2
import * as values from './values.js';
import { bump } from './values.js';
const print = vmImport(1);

vmExport(1, () => {
  import('./values.js').then((ns) => {
    print(ns === values); // expect: true
    bump();
    print(ns.count); // expect: 1
    print(ns.default); // expect: default
    print(Object.keys(ns).join()); // expect: bump,count,default
  });
});

async function second() {
  const { count, default: name } = await import(`./values.js`);
  print(`${count} ${name}`); // expect: 1 default
  const self = await import('./main.js', undefined);
  print(Object.keys(self).length); // expect: 1
  print(self.here); // expect: here
  print((await import('./main.js', void 0,)) === self); // expect: true
  const promise = import('./data.json', { with: { type: 'json' } });
  print(promise instanceof Promise); // expect: true
  print((await promise).default.list[1]); // expect: 20
}

vmExport(2, () => {
  second();
});

export const here = 'here';
