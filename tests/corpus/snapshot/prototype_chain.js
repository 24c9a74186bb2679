// Prototypes of prototypes made while building, patched after it.
const print = vmImport(1);

function Base() {}
Base.prototype = { kind: 'base', describe() { return this.kind + this.n; } };
function Derived(n) {
  this.n = n;
}
Derived.prototype = new Base();
Derived.prototype.kind = 'derived';
const d = new Derived(1);

function run() {
  print(d.describe()); // expect: derived1
  delete Derived.prototype.kind;
  print(d.describe()); // expect: base1
  Base.prototype.kind = 'patched';
  print(d.describe()); // expect: patched1
  d.kind = 'own';
  print(d.describe() + new Derived(2).describe()); // expect: own1patched2
  print(d instanceof Base && d instanceof Derived); // expect: true
}

vmExport(1, run);
