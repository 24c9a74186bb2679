// Errors made or caught while building are objects like others.
const print = vmImport(1);

let caught;
try {
  undefined.x;
} catch (e) {
  caught = e;
}
const made = new RangeError('made');
made.code = 5;
let thrown;
try {
  throw { custom: true };
} catch (e) {
  thrown = e;
}

function run() {
  print(caught instanceof TypeError); // expect: true
  print(caught.name); // expect: TypeError
  print(made.message + made.code + made.name); // expect: made5RangeError
  print(thrown.custom); // expect: true
  try {
    throw made;
  } catch (e) {
    print(e === made && e instanceof RangeError); // expect: true
  }
  made.message = 'changed';
  print(made.message); // expect: changed
}

vmExport(1, run);
