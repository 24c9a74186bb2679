// Classes that extend typed arrays.
const print = vmImport(1);

class Vector extends Float32Array {
  #unit = 'm';
  label = 'v';
  constructor(...numbers) {
    super(numbers.length === 1 && typeof numbers[0] === 'number' ? numbers[0] : numbers.flat());
  }
  get unit() {
    return this.#unit;
  }
  get sum() {
    return this.reduce((a, x) => a + x, 0);
  }
}
const captured = new Vector(1, 2, 3.5);
captured.label = 'c';

vmExport(1, () => {
  const check = (vector) => {
    print([vector.length, vector[2], vector.sum, vector.unit, vector.label, vector instanceof Vector, vector instanceof Float32Array].join());
    const mapped = vector.map((x) => x * 2);
    print([mapped instanceof Vector, mapped.sum, mapped.label, mapped.unit].join());
    vector.label += 1;
    vector[0] = 0.25;
    print([vector.label, vector[0], Object.keys(vector).join('')].join());
    print([vector.toSorted() instanceof Vector, vector.constructor === Vector, Object.prototype.toString.call(vector)].join());
  };
  check(captured);
  // expect: 3,3.5,6.5,m,c,true,true
  // expect: true,13,v,m
  // expect: c1,0.25,012label
  // expect: false,true,[object Float32Array]
  check(new Vector(1, 2, 3.5));
  // expect: 3,3.5,6.5,m,v,true,true
  // expect: true,13,v,m
  // expect: v1,0.25,012label
  // expect: false,true,[object Float32Array]
});
