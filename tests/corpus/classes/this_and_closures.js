// `this` in methods, in arrows within them, and lost.
const print = vmImport(1);

class Timer {
  constructor(name) {
    this.name = name;
    this.handlers = [];
    const self = this;
    this.viaSelf = function () {
      return self.name;
    };
    this.viaArrow = () => this.name;
  }
  on(f) {
    this.handlers.push(f);
    return this;
  }
  fire(x) {
    let s = this.name + ':';
    for (let i = 0; i < this.handlers.length; i++) s += this.handlers[i](x);
    return s;
  }
  doubler() {
    return (x) => this.name + x * 2;
  }
  self() {
    return this;
  }
}

function run() {
  const a = new Timer('a');
  const b = new Timer('b');
  const f = a.viaArrow;
  const g = a.viaSelf;
  b.borrowed = a.viaArrow;
  b.asMethod = a.self;
  print(f() + g() + b.borrowed()); // expect: aaa
  print(b.asMethod() === b); // expect: true
  const lost = a.self;
  print(lost() === undefined); // expect: true
  print(a.on(b.doubler()).on((x) => '|' + x).fire(4)); // expect: a:b8|4
  a.name = 'renamed';
  print(f()); // expect: renamed
}

vmExport(1, run);
