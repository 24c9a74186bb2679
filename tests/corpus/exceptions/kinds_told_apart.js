// A handler that tells exceptions apart, of the script's making and of the engine's.
const print = vmImport(1);

function classify(f) {
  try {
    f();
  } catch (e) {
    if (e instanceof TypeError) return 'type';
    if (e instanceof RangeError) return 'range';
    if (e instanceof ReferenceError) return 'reference';
    if (e instanceof Error) return 'error';
    return typeof e;
  }
  return 'none';
}

function run() {
  print(classify(() => { throw new TypeError('t'); })); // expect: type
  print(classify(() => { throw new RangeError('t'); })); // expect: range
  print(classify(() => { throw new ReferenceError('t'); })); // expect: reference
  print(classify(() => { throw new Error('t'); })); // expect: error
  print(classify(() => { throw 't'; })); // expect: string
  print(classify(() => undefined.x)); // expect: type
  print(classify(() => { [].length = -1; })); // expect: range
  print(classify(() => { x; let x; })); // expect: reference
  print(classify(() => 1)); // expect: none
}

vmExport(1, run);
