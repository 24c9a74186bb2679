// Array.prototype.at: from the start, from the end, beyond.
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  const list = [10, 20, 30];
  print(list.at(0)); // expect: 10
  print(list.at(-1)); // expect: 30
  print(list.at(-3)); // expect: 10
  print(show(list.at(3))); // expect: undefined
  print(show(list.at(-4))); // expect: undefined
  print(list.at(1.9)); // expect: 20
  print(list.at(-1.9)); // expect: 30
  print(list.at(NaN)); // expect: 10
  print(list.at('2')); // expect: 30
  print(list.at()); // expect: 10
  print(show(list.at(Infinity))); // expect: undefined
  print(show(list.at(-Infinity))); // expect: undefined
  print(show([, 1].at(0))); // expect: undefined
});
