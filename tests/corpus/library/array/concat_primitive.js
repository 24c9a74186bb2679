// Array.prototype.concat of a primitive begins with the object around it.
import { kind } from '../../shared/kind.mjs';

const print = vmImport(1);

vmExport(1, () => {
  const numbers = [].concat.call(1, 2);
  print(numbers.length); // expect: 2
  print(typeof numbers[0]); // expect: object
  print(numbers[0] instanceof Number); // expect: true
  print(numbers[0] + numbers[1]); // expect: 3
  const texts = [].concat.call('ab');
  print(texts.length); // expect: 1
  print(texts[0].length); // expect: 2
  print(kind(() => [].concat.call(null))); // expect: TypeError
  print(kind(() => [].concat.call(undefined, 1))); // expect: TypeError
});
