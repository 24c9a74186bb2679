// What a test of a type says of a value holds behind it, and no further.
// call: 1
// call: 2(1)
// call: 2("x")
// call: 2(true)
// call: 2(null)
// call: 3
// call: 4
// call: 5(3)
// call: 6
// call: 6
const print = vmImport(1);

class Shown {
  constructor(text) {
    this.text = text;
  }
  toString() {
    return `shown ${this.text}`;
  }
}
function named() {}
named.toString = () => 'a function';
const symbol = Symbol('sign');
const odd = [1, 2];
odd.name = 'odd';
const values = [1, 'one', true, null, undefined, new Shown(1), named, Shown, symbol, [3, 4], odd, new Uint8Array(2), {}];

function describe(value) {
  if (typeof value === 'object' && value !== null) return `object ${value}`;
  if (typeof value !== 'function') {
    return typeof value === 'symbol' ? `symbol ${value.description}` : `primitive ${value}`;
  }
  return !(typeof value === 'function') ? 'never' : `function ${value === Shown ? value.name : value}`;
}

vmExport(1, () => {
  for (const value of values) print(describe(value));
  // expect: primitive 1
  // expect: primitive one
  // expect: primitive true
  // expect: primitive null
  // expect: primitive undefined
  // expect: object shown 1
  // expect: function a function
  // expect: function Shown
  // expect: symbol sign
  // expect: object 3,4
  // expect: object 1,2
  // expect: object 0,0
  // expect: object [object Object]
});

// What the host passes may be anything that it was given, too.
vmExport(2, (value) => {
  print(describe(value));
  // expect: primitive 1
  // expect: primitive x
  // expect: primitive true
  // expect: primitive null
});

// The value before a loop is tested in it, and changes.
vmExport(3, () => {
  let value = 'start';
  const seen = [];
  while (true) {
    if (typeof value === 'string') {
      seen.push(`text of ${value.length}`);
      value = new Shown('in a loop');
      continue;
    }
    if (typeof value === 'object') {
      seen.push(value + '');
      value = named;
      continue;
    }
    seen.push(`${value}, ${typeof value}`);
    break;
  }
  print(seen.join('; ')); // expect: text of 5; shown in a loop; a function, function
});

// Where two ways meet, both are known.
function either(value, isSure) {
  let text = 'nothing';
  if (isSure || typeof value === 'number') text = `${value}`;
  return text;
}
function guarded(value) {
  try {
    if (typeof value !== 'string') throw value;
    return value.toUpperCase();
  } catch (thrown) {
    return typeof thrown === 'object' ? `caught ${thrown}` : `other ${String(thrown)}`;
  }
}
vmExport(4, () => {
  print(either(new Shown(2), true)); // expect: shown 2
  print(either(new Shown(3), false)); // expect: nothing
  print(either(4, false)); // expect: 4
  print(guarded('text')); // expect: TEXT
  print(guarded(new Shown(5))); // expect: caught shown 5
  print(guarded(6)); // expect: other 6
  print(guarded(symbol)); // expect: other Symbol(sign)
});

// The function's first block is a loop's, too.
vmExport(5, function (count) {
  let left = count;
  do {
    if (typeof left === 'number' && left > 1) left--;
    else left = named;
  } while (typeof left !== 'function');
  print(`${left}`); // expect: a function
});

// What is asked of a value where it can't be is asked of nothing.
let current = 'text';
let only = 5;
let count = 0;
function checked(value) {
  const isBad = !(typeof value === 'number');
  if (isBad) {
    if (typeof value === 'string') only = value.length;
    else only = -1;
  }
  return value;
}
vmExport(6, () => {
  const value = current;
  const isOther = !(typeof value === 'string');
  if (isOther) {
    if (value === null) only = 6;
    print(only);
  } else {
    print('a text');
  }
  current = 'other';
  count = checked(count + 1);
  print(count);
  // expect: a text
  // expect: 1
  // expect: a text
  // expect: 2
});
