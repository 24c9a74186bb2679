// `new.target`: the class that `new` names, undefined where there is none.
const print = vmImport(1);

class Abstract {
  constructor() {
    if (new.target === Abstract) throw new TypeError('abstract');
    this.target = new.target;
    this.arrow = (() => new.target)();
  }
  method() {
    return new.target;
  }
}
class Concrete extends Abstract {}
class Own extends Abstract {
  constructor() {
    const before = new.target;
    super();
    this.before = before;
  }
}
function Plain(value) {
  if (!new.target) return 'called';
  this.value = value;
  this.target = new.target;
  if (value === 'object') return { other: true };
  if (value === 'primitive') return 1;
}
function Caller(f) {
  const get = () => new.target;
  return f ? get() === Caller : { get };
}
class FromPlain extends Plain {}
class Fields {
  value = new.target;
  static value = new.target;
  constructor() {
    this.target = new.target;
  }
}

vmExport(1, () => {
  try {
    new Abstract();
  } catch (error) {
    print(error instanceof TypeError); // expect: true
  }
  const concrete = new Concrete();
  print(`${concrete.target === Concrete} ${concrete.arrow === Concrete}`); // expect: true true
  print(`${concrete instanceof Concrete} ${concrete.method() === undefined}`); // expect: true true
  const own = new Own();
  print(`${own.before === Own} ${own.target === Own}`); // expect: true true
  print(Plain()); // expect: called
  print(`${new Plain(1).value} ${new Plain(1).target === Plain}`); // expect: 1 true
  print(new Plain(1) instanceof Plain); // expect: true
  print(`${new Plain('object').other} ${new Plain('primitive').value}`); // expect: true primitive
  const from = new FromPlain(2);
  print(`${from.value} ${from.target === FromPlain} ${from instanceof FromPlain}`); // expect: 2 true true
  print(Caller(true)); // expect: false
  print(new Caller().get() === Caller); // expect: true
  print(new Caller(true) instanceof Caller); // expect: true
  const fields = new Fields();
  print(`${fields.value} ${fields.target === Fields} ${Fields.value}`); // expect: undefined true undefined
  const object = { target: 1, method() { return new.target; }, plain: function () { return this.target; } };
  print(`${object.method()} ${object.plain()}`); // expect: undefined 1
  print(new Plain(...['list']).value); // expect: list
});
