// A closure checks the variables that it may meet before they have values, wherever it is made.
const print = vmImport(1);

function tell(read) {
  try {
    return String(read());
  } catch (error) {
    return error.constructor.name;
  }
}

function called(declared) {
  const early = tell(declared);
  return early;
}

// What is declared runs behind what first refers to it.
function behind() {
  let n = 1;
  function next() {
    return again();
  }
  function again() {
    return n++;
  }
  return [next(), next()].join();
}
function before() {
  const early = tell(next);
  let n = 1;
  function next() {
    return again();
  }
  function again() {
    return n;
  }
  return [early, tell(next)].join();
}
function passedOn() {
  const early = [next].map(tell);
  const late = [];
  let n = 1;
  late.push(tell(next));
  function next() {
    return n;
  }
  return [...early, ...late].join();
}
function mutual(count) {
  const early = tell(() => even(0));
  const limit = 9;
  const even = (n) => (n === 0 ? true : n > limit ? 'far' : odd(n - 1));
  const odd = (n) => (n === 0 ? false : even(n - 1));
  return [early, even(count)].join();
}

// While a value is made.
function initializer() {
  const results = [];
  const a = tell(() => a);
  results.push(a);
  const b = { get: () => b, value: 1 };
  results.push(b.get().value);
  const c = { [tell(() => c)]: () => c };
  results.push(Object.keys(c)[0]);
  const d = [() => d.length];
  results.push(d[0]());
  const e = ((f) => tell(f))(() => e);
  results.push(e);
  let f = function () {
    return f === undefined;
  };
  results.push(f());
  const g = `${{ toString: () => tell(() => g) }}`;
  results.push(g);
  const h = (0, () => h);
  results.push(typeof h());
  return results.join();
}
function patterns() {
  const results = [];
  const { a = tell(() => b), b = tell(() => a) } = {};
  results.push(a, b);
  const [c = () => d, d = 3] = [];
  results.push(c());
  const source = {
    get x() {
      return tell(() => e);
    },
  };
  const { x: e } = source;
  results.push(e);
  const own = () => {
    let { f, g } = {
      get f() {
        return g;
      },
      g: 1,
    };
    return f;
  };
  results.push(tell(own));
  const nested = () => {
    const [{ h }] = [
      {
        get h() {
          return h;
        },
      },
    ];
    return h;
  };
  results.push(tell(nested));
  const assigned = () => {
    let { i } = {
      get i() {
        i = 2;
        return 1;
      },
    };
    return i;
  };
  results.push(tell(assigned));
  return results.join();
}

// Classes.
function classes() {
  const results = [];
  class A {
    make() {
      return new A();
    }
  }
  results.push(typeof new A().make());
  class B {
    static early = tell(() => B);
    static late() {
      return B.name;
    }
  }
  results.push(B.early === String(B), B.late());
  const leak = [];
  const mixin = (read) => {
    leak.push(tell(read));
    return A;
  };
  class C extends mixin(() => C) {}
  results.push(leak[0], new C() instanceof A);
  class D {
    [leak.push(tell(() => D)) && 'key']() {
      return D === this.constructor;
    }
  }
  results.push(leak[1], new D().key());
  return results.join();
}

// Loops, and what jumps.
function loops() {
  const results = [];
  for (const x of [tell(() => x)]) results.push(x);
  for (let i = 0, get = () => i; i < 2; i++) results.push(get());
  for (let i = tell(() => i), n = 0; n < 1; n++) results.push(i);
  for (const key in { [tell(() => key)]: 0 }) results.push(key);
  const all = [];
  for (let i = 0; i < 3; i++) {
    if (i > 0) results.push(tell(get));
    let doubled = i * 2;
    all.push(() => doubled + i);
    function get() {
      return doubled;
    }
  }
  results.push(all.map((it) => it()).join('-'));
  return results.join();
}
function jumps(which) {
  const results = [];
  switch (which) {
    case 0:
      let a = 1;
      break;
    case 1:
      results.push(tell(() => a));
      results.push(tell(() => (a = 2)));
    case 2:
      const get = () => a;
      results.push(tell(get));
  }
  out: {
    if (which === 1) break out;
    let b = which;
    results.push(tell(() => b));
  }
  try {
    if (which === 2) throw 0;
    let c = which;
    results.push(tell(() => c));
  } catch {
    results.push('thrown');
  }
  return results.join();
}

// Parameters.
function parameters(a = tell(() => b), b = () => a, ...[c = () => d, d = tell(c)]) {
  return [a, b(), c(), typeof d].join();
}

// Constants are assigned nowhere.
function constants() {
  const early = tell(() => (one = 2));
  const one = 1;
  const late = tell(() => (one = 2));
  return [early, late, one].join();
}

// Where it goes on later.
function* generator() {
  yield tell(() => n);
  let n = 1;
  yield tell(() => n);
  const next = () => n++;
  yield next();
  yield n;
}

vmExport(1, () => {
  print(behind()); // expect: 1,2
  print(before()); // expect: ReferenceError,1
  print(passedOn()); // expect: ReferenceError,1
  print(mutual(4)); // expect: ReferenceError,true
  print(mutual(12)); // expect: ReferenceError,far
  print(initializer()); // expect: ReferenceError,1,ReferenceError,1,ReferenceError,false,ReferenceError,function
  print(patterns()); // expect: ReferenceError,ReferenceError,3,ReferenceError,ReferenceError,ReferenceError,ReferenceError
  print(classes()); // expect: object,true,B,ReferenceError,true,ReferenceError,true
  print(loops()); // expect: ReferenceError,0,0,ReferenceError,ReferenceError,ReferenceError,ReferenceError,0-3-6
  print(jumps(0)); // expect: 0,0
  print(jumps(1)); // expect: ReferenceError,ReferenceError,ReferenceError,1
  print(jumps(2)); // expect: ReferenceError,2,thrown
  print(parameters()); // expect: ReferenceError,ReferenceError,ReferenceError,string
  print(constants()); // expect: ReferenceError,TypeError,1
  print([...generator()].join()); // expect: ReferenceError,1,1,2
  print(level.join()); // expect: ReferenceError,ReferenceError,ReferenceError,5,5,5
});

// At the top level.
const level = [];
level.push(tell(() => state), tell(declared), tell(() => Late));
let state = 5;
function declared() {
  return state;
}
class Late {
  static now = state;
}
level.push(tell(() => state), tell(declared), tell(() => Late.now));
