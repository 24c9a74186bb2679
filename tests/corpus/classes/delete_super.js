// `delete super.x` is a ReferenceError, when the key has been evaluated but not converted.
// node: skip — it evaluates the key before `this`
const print = vmImport(1);
const steps = [];
const key = {
  toString() {
    steps.push('converted');
    return 'a';
  },
};

class A {
  a() {
    return 1;
  }
}

class B extends A {
  constructor(early) {
    if (early) delete super[steps.push('key')];
    super();
  }

  static() {
    delete super.a;
  }

  computed() {
    return delete super[(steps.push('key'), key)];
  }
}

function nameOf(f) {
  try {
    return `${f()}`;
  } catch (error) {
    return error.name;
  }
}

vmExport(1, () => {
  print(nameOf(() => new B(false).static())); // expect: ReferenceError
  print(nameOf(() => new B(false).computed())); // expect: ReferenceError
  print(steps.join()); // expect: key
  print(nameOf(() => new B(true))); // expect: ReferenceError
  print(steps.length); // expect: 1
  print(nameOf(() => ({ m() { delete super.m; } }).m())); // expect: ReferenceError
  print(new B(false).a()); // expect: 1
});
