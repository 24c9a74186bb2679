// String.prototype.trim, trimStart and trimEnd: all that is white space.
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print(show('  a b  '.trim())); // expect: 'a b'
  print(show('  a b  '.trimStart())); // expect: 'a b  '
  print(show('  a b  '.trimEnd())); // expect: '  a b'
  print(show('\t\n\v\f\r\u00a0\u1680\u2003\u2028\u2029\u202f\u205f\u3000\ufeffx'.trim())); // expect: 'x'
  print('x\u180e\u200b'.trim().length); // expect: 3
  print(show('   '.trim())); // expect: ''
  print(show(''.trim())); // expect: ''
});
