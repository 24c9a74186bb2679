// An object reached on several ways is one object after restore, too.
const print = vmImport(1);

const shared = { n: 1 };
const a = { shared, list: [shared, shared] };
const b = { shared };
const map = {};
map.x = shared;
const get = () => shared;

function run() {
  print(a.shared === b.shared && a.list[0] === a.list[1] && a.list[0] === map.x && get() === shared); // expect: true
  a.shared.n = 2;
  print(b.shared.n + map.x.n + a.list[1].n + shared.n); // expect: 8
  shared.added = 'new';
  print(b.shared.added); // expect: new
  delete map.x.n;
  print('n' in a.shared); // expect: false
  map.x = null;
  print(get().added); // expect: new
}

vmExport(1, run);
