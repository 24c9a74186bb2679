// export * as: namespaces as exports, inside namespaces, and of modules with the same exports.
import { inner, again } from './barrel';
import * as barrel from './barrel';
import * as direct from './inner';
import * as first from './first';
import * as second from './second';
const print = vmImport(1);

const table = { barrel };

function run() {
  print(inner === direct && again === direct); // expect: true
  print(barrel.inner === direct); // expect: true
  print(table.barrel['inn' + 'er'].value); // expect: 1
  barrel.inner.increment();
  print(table.barrel.again.value + barrel.value); // expect: 4
  print('inner' in table.barrel && 'again' in barrel && 'default' in barrel.inner); // expect: true
  print('default' in barrel); // expect: false
  print(barrel.barrel.barrel === table.barrel); // expect: true
  // Another module is another object, even with the same names for the same variables.
  print(first === second); // expect: false
  print(first.value === second.value && first['val' + 'ue'] === 2); // expect: true
}

vmExport(1, run);
