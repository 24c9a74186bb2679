// export *: own names win, equal names of two modules cancel out, one binding by two ways doesn't.
import { own, onlyOne, shared } from './both';
import * as ns from './both';
const print = vmImport(1);

function run() {
  print(own); // expect: own of both
  print(onlyOne); // expect: one
  print(shared); // expect: shared
  print('conflict' in ns); // expect: false
  print(ns.conflict === undefined); // expect: true
  print('default' in ns); // expect: false
  print('onlyTwo' in ns); // expect: true
}

vmExport(1, run);
