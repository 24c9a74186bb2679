// Objects that refer to each other and to themselves.
const print = vmImport(1);

function run() {
  const a = { name: 'a' };
  const b = { name: 'b', other: a };
  a.other = b;
  a.self = a;
  print(a.other.other.other.name); // expect: b
  print(a.self.self.self === a); // expect: true
  const list = [];
  list.push(list);
  print(list[0][0][0] === list); // expect: true
  const f = () => f.me;
  f.me = f;
  print(f()()() === f); // expect: true
  a.other = null;
  print(b.other.other === null); // expect: true
}

vmExport(1, run);
