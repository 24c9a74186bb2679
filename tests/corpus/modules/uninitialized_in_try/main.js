// An import that isn't initialized yet, caught once: using it again still throws.
import { seen } from './early.js';
export let late = 1;
const print = vmImport(1);

vmExport(1, () => {
  print(seen); // expect: ReferenceError ReferenceError
});
