// typeof of everything there is.
const print = vmImport(1);

function run() {
  let uninitialized;
  print(typeof undefined); // expect: undefined
  print(typeof uninitialized); // expect: undefined
  print(typeof null); // expect: object
  print(typeof true); // expect: boolean
  print(typeof 0); // expect: number
  print(typeof 8192); // expect: number
  print(typeof 0.5); // expect: number
  print(typeof NaN); // expect: number
  print(typeof -Infinity); // expect: number
  print(typeof ''); // expect: string
  print(typeof 'text'); // expect: string
  print(typeof `t${1}`); // expect: string
  print(typeof {}); // expect: object
  print(typeof []); // expect: object
  print(typeof (() => 1)); // expect: function
  print(typeof function () {}); // expect: function
  print(typeof class {}); // expect: function
  print(typeof print); // expect: function
  print(typeof Error); // expect: function
  print(typeof new Error('x')); // expect: object
  print(typeof typeof 1); // expect: string
  print(typeof void 0); // expect: undefined
  print(typeof !1); // expect: boolean
  print(typeof (1, 'x')); // expect: string
  print(typeof 'x'.length); // expect: number
  print(typeof undeclared); // expect: undefined
  print(typeof 1 === 'number' && typeof 1 !== 'string'); // expect: true
  print(typeof ({}).missing === 'undefined'); // expect: true
}

vmExport(1, run);
