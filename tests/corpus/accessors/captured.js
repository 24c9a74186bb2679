// Accessors that exist when the snapshot is taken: closures over state, prototypes, instances, singletons.
// call: 1
// call: 2
// call: 1
const print = vmImport(1);

function counter() {
  let count = 0;
  return {
    get next() {
      return ++count;
    },
    set next(value) {
      count = value;
    },
  };
}
const a = counter();
const b = counter();
b.next;
a.next = 10;

class Sensor {
  constructor(raw) {
    this.raw = raw;
  }
  get celsius() {
    return this.raw - Sensor.offset;
  }
  static get offset() {
    return settings.offset;
  }
}
const settings = {
  base: 1,
  get offset() {
    return this.base + 1;
  },
};
const sensors = [new Sensor(10), new Sensor(20)];
const heir = Object.create(settings);
const chosen = 'off' + 'set';

vmExport(1, () => {
  print(a.next); // expect: 11
  print(b.next); // expect: 2
  print(sensors.map((it) => it.celsius).join()); // expect: 8,18
  print(heir.offset); // expect: 2
  print(settings[chosen]); // expect: 2
});
vmExport(2, () => {
  a.next = 100;
  b.next;
  settings.base = 5;
  heir.base = 6;
  print(heir.offset); // expect: 7
  delete heir.base;
});
// The first function again:
// expect: 101
// expect: 4
// expect: 4,14
// expect: 6
// expect: 6
