// A `return` that the iterators of arrays and strings inherit is called by what leaves them early.
const print = vmImport(1);
const before = [];
let count = 0;

function leave(list) {
  for (const item of list) break;
  const [first] = list;
  let second;
  [second] = list;
  return count;
}

function give(object) {
  object.return = function () {
    count++;
    return {};
  };
}

before[before.length] = leave([1, 2]);
give(Object.prototype);
before[before.length] = leave([1, 2]);
before[before.length] = leave('ab');
delete Object.prototype.return;
before[before.length] = leave([1, 2]);
const iterators = Object.getPrototypeOf(Object.getPrototypeOf(new Map().keys()));
Object.defineProperty(iterators, 're' + 'turn', {
  get() {
    count += 10;
  },
  configurable: true,
});
before[before.length] = leave([1, 2]);
before[before.length] = leave('ab');

vmExport(1, () => {
  print(before.join()); // expect: 0,3,6,6,36,66
  print(leave([1, 2])); // expect: 96
  delete iterators.return;
  print(leave('ab')); // expect: 96
  give(Object.prototype);
  print(leave('ab')); // expect: 99
  delete Object.prototype.return;
});
