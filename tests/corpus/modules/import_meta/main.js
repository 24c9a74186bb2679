// `import.meta`: an object of each module, without a prototype. What it says by itself is the host's business.
import { meta, remember, early } from './other';
const print = vmImport(1);
import.meta.note = 'noted';
const before = import.meta;

vmExport(1, () => {
  print(import.meta === before && before === (() => import.meta)()); // expect: true
  print(import.meta.note); // expect: noted
  print(typeof import.meta + ' ' + (Object.getPrototypeOf(import.meta) === null)); // expect: object true
  print(meta === import.meta); // expect: false
  print(remember(5) + ' ' + ('value' in import.meta) + ' ' + meta.value); // expect: 5 false 5
  print(early === meta && Object.isExtensible(meta)); // expect: true
  print(import.meta?.missing === undefined); // expect: true
  delete import.meta.note;
  print('note' in import.meta); // expect: false
});
