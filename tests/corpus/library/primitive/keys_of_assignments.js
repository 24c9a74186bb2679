// Objects as keys of assignments, of method calls and in literals.
const print = vmImport(1);

vmExport(1, () => {
  let converted = 0;
  const key = { toString() { converted++; return 'name'; } };
  const o = { name: 'old', list: [] };
  o[key] = 'new';
  print(o.name + converted); // expect: new1
  o[['a', 'b']] = 5;
  print(o['a,b']); // expect: 5
  o[[1]] = 'one';
  print(o[1]); // expect: one
  const methods = {
    name(x) {
      return x + this.list.length;
    },
    list: [1, 2],
    get '3'() {
      return () => 'got';
    },
  };
  print(methods[key](40)); // expect: 42
  print(methods[[3]]()); // expect: got
  const list = [1, 2, 3];
  print(list[['join']]('-')); // expect: 1-2-3
  list[[1]] = 7;
  print(list.join()); // expect: 1,7,3
  print({ [key]: 'in a literal' }.name); // expect: in a literal
  class K {
    [key]() {
      return 'method';
    }
    [['x']] = 1;
    static [['y']] = 2;
  }
  print(new K().name() + new K().x + K.y); // expect: method12
  let assigned = '';
  const setter = {
    set name(value) {
      assigned = value;
    },
  };
  setter[key] = 'set';
  print(assigned); // expect: set
  let error = '';
  try {
    undefined[key] = 1;
  } catch (e) {
    error = e.name;
  }
  print(error); // expect: TypeError
  try {
    o[{ toString() { throw 'thrown'; } }] = 1;
  } catch (e) {
    error = e;
  }
  print(error); // expect: thrown
  try {
    o[{ toString: null, valueOf: null }]();
  } catch (e) {
    error = e.name;
  }
  print(error); // expect: TypeError
  [o[key], methods[['list']]] = ['taken', 'apart'];
  print(o.name + methods.list); // expect: takenapart
  const bytes = new Uint8Array(2);
  bytes[0] = { valueOf: () => 257 };
  bytes[[1]] = [9];
  print(bytes.join()); // expect: 1,9
  list[['length']] = { valueOf: () => 1 };
  print(list.length); // expect: 1
});
