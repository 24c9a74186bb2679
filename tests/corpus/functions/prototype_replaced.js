// Replacing the prototype object changes what is made later, not what exists.
const print = vmImport(1);

function F() {}
F.prototype.kind = 'old';

function run() {
  const before = new F();
  F.prototype = { kind: 'new' };
  const after = new F();
  print(before.kind); // expect: old
  print(after.kind); // expect: new
  print(before instanceof F); // expect: false
  print(after instanceof F); // expect: true

  // Objects as prototypes of prototypes.
  function Base() {}
  Base.prototype.deep = () => 'deep';
  function Middle() {}
  Middle.prototype = new Base();
  Middle.prototype.shallow = () => 'shallow';
  function Leaf() {}
  Leaf.prototype = new Middle();
  const leaf = new Leaf();
  print(leaf.deep()); // expect: deep
  print(leaf.shallow()); // expect: shallow
  print(leaf instanceof Base); // expect: true
  print(leaf instanceof Middle); // expect: true
  print(new Base() instanceof Leaf); // expect: false
  Base.prototype.deep = () => 'changed';
  print(leaf.deep()); // expect: changed
  Leaf.prototype.deep = () => 'hidden';
  print(leaf.deep()); // expect: hidden
}

vmExport(1, run);
