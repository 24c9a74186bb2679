// A binary search tree of objects with optional children.
const print = vmImport(1);

class Tree {
  constructor() {
    this.root = null;
    this.size = 0;
  }
  add(key) {
    const node = { key, left: null, right: null };
    this.size++;
    if (!this.root) {
      this.root = node;
      return;
    }
    let at = this.root;
    for (;;) {
      const side = key < at.key ? 'left' : 'right';
      if (!at[side]) {
        at[side] = node;
        return;
      }
      at = at[side];
    }
  }
  each(f) {
    const walk = (n) => {
      if (n) {
        walk(n.left);
        f(n.key);
        walk(n.right);
      }
    };
    walk(this.root);
  }
}

function run() {
  const t = new Tree();
  let x = 7;
  for (let i = 0; i < 20; i++) {
    t.add(x);
    x = (x * 5 + 3) % 32;
  }
  let out = '';
  t.each((k) => { out += k + ' '; });
  print(out + '.'); // expect: 1 2 4 5 6 7 8 9 11 13 14 15 16 17 19 22 23 24 26 28 .
  print(t.size + ' ' + t.root.left.key); // expect: 20 6
  const words = new Tree();
  const list = ['pear', 'apple', 'fig', 'zebra', 'Apple', ''];
  for (let i = 0; i < list.length; i++) words.add(list[i]);
  out = '';
  words.each((k) => { out += '<' + k + '>'; });
  print(out); // expect: <><Apple><apple><fig><pear><zebra>
}

vmExport(1, run);
