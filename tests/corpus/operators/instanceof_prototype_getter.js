// `instanceof` calls a getter for `prototype` (OrdinaryHasInstance, ECMAScript 7.3.21), where it looks at an object.
const print = vmImport(1);

class A {}
let calls = 0;
const withGetter = (target, get) => Object.defineProperty(target, 'prototype', { get });
const arrow = withGetter(
  () => 1,
  () => {
    calls++;
    return A.prototype;
  },
);
const noObject = withGetter(
  () => 1,
  () => {
    calls++;
    return 5;
  },
);
const throwing = withGetter(
  () => 1,
  () => {
    throw 'getter';
  },
);

function attempt(action) {
  try {
    return action();
  } catch (error) {
    return typeof error === 'string' ? error : error instanceof TypeError ? 'TypeError' : 'other';
  }
}

vmExport(1, () => {
  print(`${new A() instanceof arrow} ${{} instanceof arrow} ${calls}`); // expect: true false 2
  print(`${1 instanceof arrow} ${calls}`); // expect: false 2
  print(attempt(() => ({}) instanceof noObject)); // expect: TypeError
  print(attempt(() => 1 instanceof noObject)); // expect: false
  print(attempt(() => ({}) instanceof throwing)); // expect: getter
  const made = withGetter(
    () => 1,
    () => Array.prototype,
  );
  print(`${[] instanceof made} ${new A() instanceof A}`); // expect: true true
});
