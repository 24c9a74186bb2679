// Whether something is undefined or null may be known before anything runs. Here it is not, or is in ways that are easy
// to miss.
const print = vmImport(1);
const show = (...values) => print(values.map((value) => (value === undefined ? 'u' : value === null ? 'n' : `${value}`)).join());

function optional(a, b = 'b', c) {
  return `${a === undefined} ${b} ${c ?? 'none'}`;
}
function plain(a) {
  return a === undefined ? 'missing' : a === null ? 'null' : typeof a;
}
function spread(a, b) {
  return `${plain(a)} ${plain(b)}`;
}
function construct() {
  return new.target === undefined ? 'called' : 'constructed';
}
function Maker(x) {
  this.made = new.target === undefined;
  this.x = x === undefined ? 'none' : x;
}
class Base {
  field;
  constructor(x) {
    this.x = x ?? 'none';
  }
}
class Derived extends Base {}
class Passing extends Base {
  constructor() {
    super();
  }
}
function* answers() {
  const first = yield 1;
  const second = yield first === undefined ? 'nothing' : first;
  return second === null ? 'null' : second;
}
function unset(set) {
  let later;
  const look = () => later;
  const before = look() === undefined;
  if (set) later = 1;
  return `${before} ${later === undefined} ${look() === undefined}`;
}
function loops(count) {
  let last = null;
  for (let i = 0; i < count; i++) {
    var hoisted;
    if (hoisted !== undefined) last = hoisted;
    hoisted = i;
  }
  return last === null ? 'none' : last;
}
function caught() {
  let result;
  try {
    throw undefined;
  } catch (error) {
    result = error === undefined;
  }
  try {
    null.x;
  } catch (error) {
    return `${result} ${error === undefined} ${typeof error}`;
  }
}
const object = {
  get nothing() {
    return undefined;
  },
  set given(value) {
    print(plain(value));
  },
  method(a) {
    return plain(a);
  },
};
const scope = { value: undefined };
function fallthrough(n) {
  switch (n) {
    case 1:
      return 'one';
    case 2:
      return;
  }
}
let shared;
const isShared = () => shared !== undefined;
const first = ([a, b = 'default'] = []) => `${plain(a)} ${b}`;
const second = ({ a, b: { c = 'c' } = {} } = {}) => `${plain(a)} ${c}`;
async function waits(value) {
  const got = await value;
  return plain(got);
}

vmExport(1, () => {
  print(optional(1)); // expect: false b none
  print(optional(undefined, undefined, null)); // expect: true b none
  print(spread(...[1])); // expect: number missing
  print(spread(...[undefined, null])); // expect: missing null
  print(spread.call(null, 1)); // expect: number missing
  print(spread.apply(null, [null])); // expect: null missing
  print(spread.bind(null, 'x')()); // expect: string missing
  print([1].map(plain)[0]); // expect: number
  print([undefined].map(plain)[0]); // expect: missing
  print([, 1].find(() => true) === undefined); // expect: true
  print(`${construct()} ${typeof new construct()} ${{ construct }.construct()}`); // expect: called object called
  const made = {};
  Maker.call(made);
  print(`${made.made} ${made.x} ${new Maker(2).made} ${new Maker(2).x}`); // expect: true none false 2
  const instance = new Derived();
  print(`${instance.x} ${instance.field === undefined} ${new Derived(3).x} ${new Passing(4).x}`); // expect: none true 3 none
  print(Reflect.construct(Base, [5], Derived).x); // expect: 5
  const iterator = answers();
  show(iterator.next('lost').value, iterator.next().value, iterator.next(null).value); // expect: 1,nothing,null
  print(`${unset(false)}, ${unset(true)}`); // expect: true true true, true false false
  print(`${loops(1)} ${loops(3)}`); // expect: none 1
  print(caught()); // expect: true false object
  print(plain(object.nothing)); // expect: missing
  object.given = null; // expect: null
  object.given = object.absent; // expect: missing
  print(`${object.method()} ${object['method'](1)} ${object.method?.(null)}`); // expect: missing number null
  print(plain(scope.value)); // expect: missing
  scope.value = 1;
  print(plain(scope.value)); // expect: number
  show(fallthrough(1), fallthrough(2), fallthrough(3)); // expect: one,u,u
  print(isShared()); // expect: false
  shared = null;
  print(isShared()); // expect: true
  print(`${first()}, ${first([1])}, ${first([null, null])}`); // expect: missing default, number default, null null
  print(`${second()}, ${second({ a: 1, b: {} })}, ${second({ b: { c: null } })}`); // expect: missing c, number c, missing null
  const holes = [, null];
  print(`${plain(holes[0])} ${plain(holes[1])} ${plain(holes[2])}`); // expect: missing null missing
  const bytes = new Uint8Array(1);
  print(`${plain(bytes[0])} ${plain(bytes[1])}`); // expect: number missing
  print(plain('a'[1])); // expect: missing
  print(plain(new Map([[1, undefined]]).get(1)) + plain(new Map().get(1))); // expect: missingmissing
  print(plain([].pop()) + plain([null].shift())); // expect: missingnull
  print(plain(Object.getPrototypeOf(Object.prototype))); // expect: null
  print(plain(JSON.parse('null')) + plain(JSON.stringify(undefined))); // expect: nullmissing
  print(plain(void 0) + plain((() => {})()) + plain([].forEach(() => 1))); // expect: missingmissingmissing
  waits().then(print); // expect: missing
  waits(null).then(print); // expect: null
  waits(Promise.resolve()).then(print); // expect: missing
  waits({ then: (resolve) => resolve() }).then(print); // expect: missing
});
vmExport(2, plain);
vmExport(3, (f) => print(f === undefined ? 'nothing passed' : plain(f)));
// call: 1
// call: 3
// expect: nothing passed
// call: 3(null)
// expect: null
// call: 3(1)
// expect: number
