// Jobs of the top level run when all modules are evaluated.
import { order } from './first.js';
const print = vmImport(1);

order.push('main');
Promise.resolve().then(() => order.push('job of main'));

vmExport(1, () => {
  print(order.join()); // expect: first,main,job of first,job of main
});
