// Names of exports may be any text.
import { 'a name with spaces' as spaced, default as byDefault } from './names';
import * as ns from './names';
const print = vmImport(1);

function run() {
  print(spaced); // expect: spaced
  print(byDefault); // expect: the default
  print(ns['a name with spaces'] + ns['😀']); // expect: spacedsmile
}

vmExport(1, run);
