// Cycles through objects, arrays and closures.
const print = vmImport(1);

const parent = { name: 'parent', children: [] };
for (let i = 0; i < 3; i++) {
  const child = { name: 'child' + i, parent };
  child.siblings = parent.children;
  child.up = () => child.parent;
  parent.children.push(child);
}
parent.self = parent;
const ring = [];
ring.push(ring);
const f = () => f;

function run() {
  const c = parent.children[1];
  print(c.parent.children[2].name); // expect: child2
  print(c.siblings[1] === c); // expect: true
  print(c.up().self.self === parent); // expect: true
  print(ring[0] === ring); // expect: true
  print(f() === f); // expect: true
  c.parent = { name: 'other' };
  print(c.up().name + parent.name); // expect: otherparent
  parent.children.length = 1;
  print(c.siblings.length); // expect: 1
  ring.push('end');
  print(ring[0][0][1]); // expect: end
}

vmExport(1, run);
