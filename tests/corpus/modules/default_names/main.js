// What is exported as default and has no name is named `default`.
import arrow from './arrow.js';
import anonymous from './anonymous.js';
import Class from './class.js';
import named from './named.js';
const print = vmImport(1);

vmExport(1, () => {
  print(arrow.name); // expect: default
  print(anonymous.name); // expect: default
  print(Class.name); // expect: default
  print(named.name); // expect: named
});
