// After a fault in the middle of a change, what was done stays and the rest isn't.
const print = vmImport(1);

const list = [];
let total = 0;

function addAll(values) {
  for (let i = 0; i < values.length; i++) {
    list.push(values[i].n);
    total += values[i].n;
  }
}

function run() {
  try {
    addAll([{ n: 1 }, { n: 2 }, undefined, { n: 4 }]);
  } catch (e) {
    print(e.name); // expect: TypeError
  }
  print(list.length + ' ' + total); // expect: 2 3
  const o = { a: 1 };
  try {
    o.a = o.b.c;
  } catch (e) {
    o.failed = true;
  }
  print(o.a + ' ' + o.failed); // expect: 1 true
  let made;
  try {
    made = { x: 1, y: o.missing.z, w: 3 };
  } catch {
    print(made === undefined); // expect: true
  }
  try {
    made = [1, 2, o.missing()];
  } catch {
    print(made === undefined); // expect: true
  }
  print(typeof list.push(5)); // expect: number
  print(list[2]); // expect: 5
}

vmExport(1, run);
