// Methods of strings on other receivers; `valueOf` and `toString`.
import { kind } from '../../shared/kind.mjs';

const print = vmImport(1);

vmExport(1, () => {
  const trim = { trim: ''.trim };
  print('abc'.toString() + 'def'.valueOf()); // expect: abcdef
  print(kind(() => { const f = ''.trim; f(); })); // expect: TypeError
  print(kind(() => { const f = ''.valueOf; f(); })); // expect: TypeError
  print(kind(() => { const f = ''.toString; f(); })); // expect: TypeError
  print('x'.at === 'y'.at); // expect: true
  print(typeof ''.nothing); // expect: undefined
});
