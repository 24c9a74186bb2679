// Getters and setters under every operation that reads or writes a property.
const print = vmImport(1);

let log = '';

class Cell {
  constructor(value) {
    this.content = value;
  }
  get value() {
    log += 'g';
    return this.content;
  }
  set value(value) {
    log += 's';
    this.content = value;
    return 'ignored';
  }
  get self() {
    log += 't';
    return this;
  }
  get add() {
    log += 'm';
    return function (n) {
      return this.content + n;
    };
  }
  get nothing() {
    log += 'n';
  }
}

function show() {
  print(log);
  log = '';
}

vmExport(1, () => {
  const cell = new Cell(1);
  print((cell.value = 5)); // expect: 5
  show(); // expect: s
  print((cell.value += 2)); // expect: 7
  show(); // expect: gs
  print(cell.value++); // expect: 7
  print(--cell.value); // expect: 7
  show(); // expect: gsgs
  print((cell.value ??= 1)); // expect: 7
  print((cell.value &&= 0)); // expect: 0
  print((cell.value ||= 'x')); // expect: x
  show(); // expect: ggsgs
  print(cell.self.self.value); // expect: x
  show(); // expect: ttg
  print(cell.add('y')); // expect: xy
  print(cell['add']('z')); // expect: xz
  const key = 'ad' + (log ? 'd' : '');
  print(cell[key]('w')); // expect: xw
  print(cell.self.add(log === 'mmmtm' ? 1 : 2)); // expect: x1
  show(); // expect: mmmtm
  print(cell?.value); // expect: x
  print(cell.nothing?.value === undefined); // expect: true
  print(cell?.self?.add?.(3)); // expect: x3
  print(cell.nothing?.[log] === undefined); // expect: true
  print((cell?.add)(4)); // expect: x4
  show(); // expect: gntmnm
  print(cell.add(cell.value ? 'q' : 'r')); // expect: xq
  show(); // expect: mg
  print(cell.add(...[cell.value])); // expect: xx
  show(); // expect: mg

  [cell.value] = [1];
  ({ a: cell.value } = { a: 2 });
  ({ a: cell.value = 3 } = {});
  [...cell.value] = [4, 5];
  print(cell.content.length); // expect: 2
  show(); // expect: ssss
  const { value, nothing = 'default', self: { content } } = cell;
  print(value[1] + nothing + content[0]); // expect: 5default4
  show(); // expect: gnt
  for (cell.value of [1, 2, 3]) print(cell.content);
  // expect: 1
  // expect: 2
  // expect: 3
  show(); // expect: sss
  for (cell.value in { k: 1 }) print(cell.value); // expect: k
  show(); // expect: sg

  print(typeof cell.nothing); // expect: undefined
  print(`${cell.value}!`); // expect: k!
  print(cell.value === 'k' && !cell.nothing); // expect: true
  show(); // expect: nggn
  print('value' in cell); // expect: true
  print(delete cell.value); // expect: true
  print(cell.value); // expect: k
  show(); // expect: g
  print(delete Cell.prototype.value); // expect: true
  print(cell.value === undefined); // expect: true
  cell.value = 'own';
  print(cell.value + Object.keys(cell).join()); // expect: owncontent,value
  print(log === ''); // expect: true

  // As arguments and operands, deep in an expression.
  const other = new Cell(2);
  Cell.prototype.sum = function (a, b, c) {
    return a + b * 10 + c * 100;
  };
  const numbers = {
    get one() {
      return 1;
    },
    get two() {
      return this.one + this.one;
    },
    get three() {
      return this.two + this.one;
    },
  };
  print(other.sum(numbers.one, numbers.two, numbers.three)); // expect: 321
  print([numbers.three, numbers.two][numbers.one]); // expect: 2
  print(numbers.one + numbers.two * numbers.three); // expect: 7
  print(new Cell(numbers.three).content); // expect: 3
});
