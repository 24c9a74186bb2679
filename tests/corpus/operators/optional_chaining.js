// ?. before properties, indices and calls; one null cuts the whole chain short.
const print = vmImport(1);

function run() {
  const o = {
    a: { b: { c: 'deep' } },
    list: [1, { x: 2 }],
    zero: 0,
    nothing: null,
    name: 'o',
    method() {
      return this.name;
    },
  };
  let u;
  print(o?.a?.b?.c); // expect: deep
  print(o.missing?.b === undefined); // expect: true
  print(o.nothing?.x === undefined); // expect: true
  print(u?.x === undefined && null?.x === undefined); // expect: true
  print(o.zero?.x === undefined); // expect: true
  print(''?.length); // expect: 0

  // The rest of the chain isn't computed at all.
  let computed = 0;
  const key = () => {
    computed++;
    return 'x';
  };
  print(u?.a.b.c.d === undefined); // expect: true
  print(u?.[key()] === undefined); // expect: true
  print(u?.a[key()].b(key()) === undefined); // expect: true
  print(u?.(key()) === undefined); // expect: true
  print(o.missing?.(key()) === undefined); // expect: true
  print(computed); // expect: 0
  print(o.list?.[1]?.[key()]); // expect: 2
  print(computed); // expect: 1

  // Parentheses end the chain.
  try {
    (u?.a).b;
  } catch (e) {
    print(e.name); // expect: TypeError
  }
  // Only what ?. stands behind may be missing.
  try {
    o?.missing.b;
  } catch (e) {
    print(e.name); // expect: TypeError
  }

  // Method calls keep their object.
  print(o?.method()); // expect: o
  print(o.method?.()); // expect: o
  print(o?.method?.()); // expect: o
  print(o?.['method']()); // expect: o
  print((o?.method)()); // expect: o
  const f = null;
  print(f?.() === undefined); // expect: true
  print(((x) => x * 2)?.(4)); // expect: 8
  print(u?.x ?? 'default'); // expect: default
  print(typeof u?.x.y); // expect: undefined
}

vmExport(1, run);
