// What is asked of a namespace while its module hasn't run: its names are there, its values throw.
import { seen } from './early';
const print = vmImport(1);

export let value = 'set';
export function hoisted() {}

vmExport(1, () => {
  print(seen.keys); // expect: ReferenceError
  print(seen.own); // expect: ReferenceError
  print(seen.descriptor); // expect: ReferenceError
  print(seen.define); // expect: ReferenceError
  print(seen.frozen); // expect: false
  print(seen.forIn); // expect: ReferenceError
  print(seen.ownKeys); // expect: 3
  print(seen.has); // expect: true
  print(seen.deleted); // expect: false
  print(seen.set); // expect: false
  print(seen.sealed); // expect: ReferenceError
});
