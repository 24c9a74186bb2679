// A default expression is a value of its own; a default function or a renamed variable is live.
import byExpression, { change as changeA } from './expression';
import byName, { change as changeB } from './name';
import byFunction, { change as changeC } from './function';
const print = vmImport(1);

function run() {
  changeA();
  changeB();
  changeC();
  print(byExpression); // expect: old
  print(byName); // expect: new
  print(byFunction()); // expect: new
}

vmExport(1, run);
