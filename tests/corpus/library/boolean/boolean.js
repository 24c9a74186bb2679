// Boolean as a function, and its prototype.
import { kind } from '../../shared/kind.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print(Boolean(1)); // expect: true
  print(Boolean('')); // expect: false
  print(Boolean('false')); // expect: true
  print(Boolean(null)); // expect: false
  print(Boolean([])); // expect: true
  print(Boolean(NaN)); // expect: false
  print(Boolean()); // expect: false
  print(true.toString()); // expect: true
  print(false.valueOf()); // expect: false
  print(true.constructor === Boolean); // expect: true
  print([0, 1, '', 'a'].filter(Boolean).join()); // expect: 1,a
  print(kind(() => { const f = true.toString; f(); })); // expect: TypeError
});
