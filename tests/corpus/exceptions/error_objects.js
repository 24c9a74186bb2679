// Error and its kinds: message, name, instanceof.
const print = vmImport(1);

const kinds = [Error, TypeError, RangeError, ReferenceError];
const atBuild = new RangeError('made at build time');

function run() {
  for (let i = 0; i < kinds.length; i++) {
    const e = new kinds[i]('m' + i);
    print(e.name + ' ' + e.message + ' ' + (e instanceof Error) + ' ' + (e instanceof TypeError));
  }
  // expect: Error m0 true false
  // expect: TypeError m1 true true
  // expect: RangeError m2 true false
  // expect: ReferenceError m3 true false
  print(atBuild.message); // expect: made at build time
  print(atBuild instanceof RangeError); // expect: true
  print(typeof atBuild); // expect: object
  print(new Error().message === ''); // expect: true
  print(new Error(undefined).message === ''); // expect: true
  print(new Error(42).message === '42'); // expect: true

  // They are objects like others.
  const e = new Error('old');
  e.message = 'new';
  e.code = 7;
  e.name = 'Custom';
  print(e.name + e.message + e.code); // expect: Customnew7
  print(new Error('x').name); // expect: Error
  try {
    throw e;
  } catch (caught) {
    print(caught === e); // expect: true
  }
}

vmExport(1, run);
