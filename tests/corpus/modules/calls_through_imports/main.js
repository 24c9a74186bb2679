// Imported functions called directly have no this; calls through objects and namespaces do.
import { who, makeObject, Kind } from './lib';
import * as ns from './lib';
const print = vmImport(1);

function run() {
  print(who()); // expect: undefined
  print(ns.who()); // expect: object
  print((0, ns.who)()); // expect: undefined
  print(ns.owner()); // expect: object
  print(ns.owned()); // expect: object
  print(ns.owner(1)); // expect: number
  const o = makeObject('o');
  print(o.name()); // expect: o
  const k = new Kind('k');
  print(k.name()); // expect: k
  print(new ns.Kind('n').name()); // expect: n
  print(k instanceof ns.Kind); // expect: true
  Kind.prototype.added = () => 'added';
  print(new ns.Kind('').added()); // expect: added
  print([who][0]() + typeof who); // expect: objectfunction
}

vmExport(1, run);
