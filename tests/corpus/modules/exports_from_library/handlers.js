import { register } from './registry';
const print = vmImport(1);
let total = 10;
register(10, (n) => {
  total += n;
  print('total ' + total);
  return total;
});
