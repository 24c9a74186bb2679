// A class can't be called, is in its dead zone until defined, and inside, its name is constant.
import { nameOf } from '../shared/name_of.mjs';

const print = vmImport(1);

class C {
  rename() {
    C = 1;
  }
}

class D {
  make() {
    return new D();
  }
  rename() {
    D = 1;
  }
}

function run() {
  print(nameOf(() => C())); // expect: TypeError
  print(nameOf(() => { const o = { C }; o.C(); })); // expect: TypeError
  print(nameOf(() => { new Late(); class Late {} })); // expect: ReferenceError
  print(nameOf(() => new C().rename())); // expect: TypeError

  // Outside, the name of a declaration can be assigned; inside, it keeps its meaning.
  const d = new D();
  const Old = D;
  D = 'changed';
  print(D); // expect: changed
  print(d.make() instanceof Old); // expect: true
  print(nameOf(() => d.rename())); // expect: TypeError
  print(nameOf(() => new (class { constructor() { this.x.y; } })())); // expect: TypeError
}

vmExport(1, run);
