// An import is the exporter's variable, whatever name it passed under; it can't be assigned here.
import { count, increment, set } from './counter';
import { n as passedOn } from './passing';
import { viaStar } from './passing';
import * as ns from './counter';
const print = vmImport(1);

const atTopLevel = count;

function run() {
  print(atTopLevel + count); // expect: 0
  increment();
  print(count + ' ' + passedOn + ' ' + ns.count); // expect: 1 1 1
  set('text');
  print(count + passedOn + ns.count); // expect: texttexttext
  print(atTopLevel); // expect: 0
  const read = () => count;
  set(5);
  print(read()); // expect: 5
  print(viaStar); // expect: before
  set(6, 'after');
  print(viaStar + count); // expect: after6
  try {
    count = 7;
  } catch (e) {
    print(e.name); // expect: TypeError
  }
  try {
    count++;
  } catch (e) {
    print(e.name); // expect: TypeError
  }
  print(count); // expect: 6
}

vmExport(1, run);
