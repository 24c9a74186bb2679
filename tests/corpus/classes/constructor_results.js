// An object given by the constructor replaces the instance; a primitive doesn't.
const print = vmImport(1);

class Replaces {
  constructor(x) {
    this.lost = true;
    return { x };
  }
}

class Keeps {
  constructor() {
    this.kept = 'kept';
    return;
  }
}

class Primitive {
  constructor() {
    this.kept = 'kept';
    return 5;
  }
}

class Registry {
  constructor(name) {
    const known = instances[name];
    if (known) return known;
    this.name = name;
    instances[name] = this;
  }
}
const instances = {};
const first = new Registry('first');

function run() {
  const r = new Replaces(1);
  print(r.x); // expect: 1
  print(r instanceof Replaces || 'lost' in r); // expect: false
  print(new Keeps().kept); // expect: kept
  print(new Primitive().kept); // expect: kept
  print(new Registry('first') === first); // expect: true
  print(new Registry('second') === first); // expect: false
  print(new Registry('second').name); // expect: second
}

vmExport(1, run);
