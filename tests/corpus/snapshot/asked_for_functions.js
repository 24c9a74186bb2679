// Whether a value is a function may be known before anything runs: then the question isn't in the image.
const print = vmImport(1);
const named = function named() {};
class Point {}

const isFunction = (value) => typeof value === 'function';
const isNone = (value) => 'function' !== typeof value;
const always = (value) => (typeof value === 'function' ? 'always' : 'never');
const never = (value) => (typeof value !== 'function' ? 'never' : 'always');

// What is asked of different values is asked.
function each() {
  for (const value of [named, Point, print, named.bind(1), [].push, () => 1, {}, [], 'f', 1, null, undefined, Symbol()]) {
    print(`${isFunction(value)} ${isNone(value)}`);
  }
}

// Nothing ever gets here.
const unasked = [];
function empty() {
  for (const value of unasked) print(typeof value === 'function' ? 1 : 2);
  return 'none';
}

function run() {
  each();
  // expect: true false
  // expect: true false
  // expect: true false
  // expect: true false
  // expect: true false
  // expect: true false
  // expect: false true
  // expect: false true
  // expect: false true
  // expect: false true
  // expect: false true
  // expect: false true
  // expect: false true
  print(always(Point)); // expect: always
  print(never({})); // expect: never
  print(empty()); // expect: none
  const maybe = [named, 2];
  maybe.reverse();
  print(typeof maybe[0] === 'function'); // expect: false
  print(typeof maybe[1] === 'function'); // expect: true
  try {
    [1].map(3);
  } catch (error) {
    print(error instanceof TypeError); // expect: true
  }
}

vmExport(1, run);
// What the host passes may be anything.
vmExport(2, (value) => print(`${always(value)} ${typeof value === 'function'}`));
// call: 1
// call: 2(5)
// expect: never false
