// Number without an argument, and with undefined.
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print(Number()); // expect: 0
  print(show(Number(undefined))); // expect: NaN
  print(Number(' 12 ')); // expect: 12
  print([' 1', '2 ', 'x'].map(Number).join()); // expect: 1,2,NaN
});
