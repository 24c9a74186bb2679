// instanceof follows the prototype chain of objects; primitives are instances of nothing.
const print = vmImport(1);

function A() {}
function B() {}
class C {}

function run() {
  const a = new A();
  const c = new C();
  print(a instanceof A); // expect: true
  print(a instanceof B); // expect: false
  print(c instanceof C); // expect: true
  print({} instanceof A); // expect: false
  print(5 instanceof A || 'x' instanceof A || null instanceof A || undefined instanceof A); // expect: false
  print(A instanceof A); // expect: false
  print([] instanceof A); // expect: false
  print(!(a instanceof B)); // expect: true
  B.prototype = A.prototype;
  print(a instanceof B); // expect: true
  print(new TypeError('x') instanceof Error); // expect: true
  print(new Error('x') instanceof TypeError); // expect: false
}

vmExport(1, run);
