// Parameters that evaluate something have a scope of their own: they don't see the variables of the body, and a variable of
// a parameter's name is another one, which begins with what the parameter has.
const print = vmImport(1);

const x = 'outside';

function outer(read = () => x) {
  var x = 'inside';
  return read() + ' ' + x;
}

function again(a, read = () => a, write = (value) => (a = value)) {
  var a;
  const first = a;
  a = 'changed';
  write('written');
  return [first, a, read()].join();
}

function initialized(a = 1) {
  var a = 2;
  return a;
}

function hoisted(f = 1) {
  function f() {
    return 'hoisted';
  }
  return f();
}

function captured(a, read = () => a) {
  var a;
  const own = () => a++;
  own();
  own();
  return a + read();
}

function* generator(a, read = () => a) {
  var a = a + 1;
  yield a;
  yield read();
}

const arrow = (a, read = () => a) => {
  var a = 'arrow';
  return read() + a;
};

function destructured({ a, b = () => a }, [c = b]) {
  var a = 'own';
  return a + b() + c();
}

function nested(a, make = (b = () => a) => b) {
  var a = 'body';
  const inner = (c, d = () => a) => {
    var c = 'c';
    return c + d();
  };
  return make()() + inner();
}

function noScope(a) {
  var a;
  return a;
}

class Derived {
  method(a, read = () => a + this.name) {
    var a = 'm';
    return read() + a;
  }

  name = 'n';
}

function rest(a, ...[b = () => a]) {
  var a = 3;
  return b() + a;
}

const early = again('given');

vmExport(1, () => {
  print(outer()); // expect: outside inside
  print(early); // expect: given,changed,written
  print(again('later')); // expect: later,changed,written
  print(initialized()); // expect: 2
  print(hoisted()); // expect: hoisted
  print(captured(1)); // expect: 4
  print([...generator(1)].join()); // expect: 2,1
  print(arrow('given ')); // expect: given arrow
  print(destructured({ a: 'given' }, [])); // expect: owngivengiven
  print(nested('given')); // expect: givencbody
  print(noScope('same')); // expect: same
  print(new Derived().method('given ')); // expect: given nm
  print(rest(1)); // expect: 4
});
