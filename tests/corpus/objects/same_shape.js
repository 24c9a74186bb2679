// One piece of code meets objects that got their properties in different ways.
const print = vmImport(1);

function Point(x, y) {
  this.x = x;
  this.y = y;
}

function sum(o) {
  return o.x + o.y;
}

function run() {
  const swapped = {};
  swapped.y = 20;
  swapped.x = 10;
  const grown = { w: 0, x: 1, y: 2, z: 3 };
  const shrunk = { w: 0, x: 5, y: 6 };
  delete shrunk.w;
  function Child() {}
  Child.prototype = { x: 100, y: 200 };
  const child = new Child();
  const list = [new Point(1, 2), { x: 3, y: 4 }, swapped, grown, shrunk, child, new Point('a', 'b')];
  let out = '';
  for (let round = 0; round < 3; round++) {
    out = '';
    for (let i = 0; i < list.length; i++) out += sum(list[i]) + ' ';
    child.x++;
  }
  print(out + '.'); // expect: 3 7 30 3 11 302 ab .
  print('x' in child && child.x - Child.prototype.x === 3); // expect: true
  const set = (o, v) => { o.x = v; };
  for (let i = 0; i < list.length; i++) set(list[i], i);
  out = '';
  for (let i = 0; i < list.length; i++) out += list[i].x;
  print(out); // expect: 0123456
}

vmExport(1, run);
