// The copy for the next iteration is made after the body and before the update.
const print = vmImport(1);

function run() {
  // A change in the body is carried over, and seen by that body's closures.
  const a = [];
  for (let i = 0; i < 6; i++) {
    a.push(() => i);
    i++;
  }
  print(a.length + ' ' + a[0]() + a[1]() + a[2]()); // expect: 3 135

  // A closure of the initializer has the variable of before the first iteration.
  let first;
  for (let i = 0, get = () => i; i < 3; i++) {
    first = get;
  }
  print(first()); // expect: 0

  // One of the condition belongs to the iteration that follows; one of the update, too.
  const c = [];
  for (let i = 0; c.push(() => i), i < 2; i++) {}
  print(c[0]() + '' + c[1]() + c[2]()); // expect: 012
  const u = [];
  for (let i = 0; i < 3; u.push(() => i), i++) {}
  print(u[0]() + '' + u[1]() + u[2]()); // expect: 123

  // A closure may change its variable while its iteration runs.
  const steps = [];
  for (let i = 0; i < 10; ) {
    const skip = () => { i += 4; };
    steps.push(() => i);
    skip();
  }
  print(steps[0]() + ' ' + steps[1]() + ' ' + steps[2]()); // expect: 4 8 12
}

vmExport(1, run);
