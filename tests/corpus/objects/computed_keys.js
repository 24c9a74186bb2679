// Keys computed in the literal.
const print = vmImport(1);

function run() {
  const k = 'key';
  let n = 0;
  const o = {
    [k]: 1,
    [k + 2]: 2,
    [`t${k}`]: 3,
    [n++]: 'zero',
    [n++]: 'one',
    [1 + 1]: 'two',
    [true]: 'yes',
    [null]: 'null',
    [undefined]: 'undef',
    [0.5]: 'half',
    [k + 'm']() {
      return this[k];
    },
  };
  print(o.key + o.key2 + o.tkey); // expect: 6
  print(o[0] + o['1'] + o[2]); // expect: zeroonetwo
  print(o.true + o.null + o.undefined + o['0.5']); // expect: yesnullundefhalf
  print(o.keym()); // expect: 1
  print({ [k]: 'first', [k]: 'second' }.key); // expect: second
  const make = (key, value) => ({ [key]: value });
  print(make('a', 1).a + make('b', 2).b); // expect: 3
  print(make(-1, 'minus')['-1']); // expect: minus
}

vmExport(1, run);
