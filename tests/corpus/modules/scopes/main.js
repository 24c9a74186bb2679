// Each module has names of its own; imports are hidden by inner declarations like any name.
import { get, name as libName } from './lib';
const print = vmImport(1);

const name = 'main';
var count = 1;

function hidden(libName) {
  return libName;
}

function run() {
  print(name + get() + libName); // expect: mainlibexported
  print(count); // expect: 1
  print(hidden('parameter')); // expect: parameter
  {
    const get = () => 'inner';
    print(get()); // expect: inner
  }
  print(get() + get()); // expect: liblib
}

vmExport(1, run);
