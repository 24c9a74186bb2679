// Functions as properties.
const print = vmImport(1);

function run() {
  const o = {
    n: 1,
    add(x) {
      this.n += x;
      return this;
    },
    arrow: (x) => x * 2,
    expression: function (x) {
      return this.n + x;
    },
    'quoted name'() {
      return 'quoted';
    },
    7() {
      return 'seven';
    },
    get() {
      return 'get is a name';
    },
    set: 'set too',
    static: 1,
    async: 2,
  };
  print(o.add(1).add(2).add(3).n); // expect: 7
  print(o.arrow(4)); // expect: 8
  print(o.expression(1)); // expect: 8
  print(o['quoted name']()); // expect: quoted
  print(o[7]()); // expect: seven
  print(o.get() + ', ' + o.set + o.static + o.async); // expect: get is a name, set too12
  o.added = function () {
    return this === o;
  };
  print(o.added()); // expect: true
  o.add = () => 'replaced';
  print(o.add()); // expect: replaced
  const borrowed = { n: 100, f: o.expression };
  print(borrowed.f(1)); // expect: 101
}

vmExport(1, run);
