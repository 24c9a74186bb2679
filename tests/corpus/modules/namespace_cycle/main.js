// In a cycle a namespace is there before its module has run: its names are, their values aren't.
import { seen } from './early';
const print = vmImport(1);

export let value = 'set';
export const fixed = 'fixed';
export var loose = 'loose';
export function hoisted() {
  return this.value;
}

function run() {
  print(seen.type); // expect: object
  print(seen.read); // expect: ReferenceError
  print(seen.computed); // expect: ReferenceError
  print(seen.called); // expect: ReferenceError
  print(seen.inherited); // expect: true
  print(seen.has); // expect: true
  print(seen.lacks); // expect: false
  print(seen.loose); // expect: true
  print(seen.hoisted); // expect: function
  print(seen.written); // expect: TypeError
  print(seen.added); // expect: TypeError
  print(seen.deleted); // expect: TypeError
  print(seen.absent); // expect: true
  print(seen.namespace.value); // expect: set
  print(seen.namespace.hoisted()); // expect: set
}

vmExport(1, run);
