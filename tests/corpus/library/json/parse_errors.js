// What isn't JSON is a SyntaxError.
import { kind } from '../../shared/kind.mjs';

const print = vmImport(1);

vmExport(1, () => {
  const texts = ['', '{', '[1,]', '{"a":1,}', "'x'", '01', '1.', '.5', '+1', '-', '1e', 'nul', 'undefined', '"\n"', '"\\x"', '"\\u12"', '[1 2]', '{a:1}', '{"a" 1}', '1 1', '"', '\u00a01', 'NaN', '[', '"\\', '-a'];
  let wrong = '';
  for (let i = 0; i < texts.length; i++) {
    if (kind(() => JSON.parse(texts[i])) !== 'SyntaxError') wrong += `${i} `;
  }
  print(wrong + '.'); // expect: .
  print(kind(() => JSON.parse())); // expect: SyntaxError
});
