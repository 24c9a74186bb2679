// A computed key is converted before its value is evaluated (ECMAScript 13.2.5.5), and before the target of a
// destructuring assignment is (13.15.5.6).
const print = vmImport(1);

const log = [];
const key = (name) => ({
  toString() {
    log.push(`key ${name}`);
    return name;
  },
});
const value = (name) => {
  log.push(`value ${name}`);
  return name;
};
const target = (name) => {
  log.push(`target ${name}`);
  return {};
};
const show = () => {
  print(log.join());
  log.length = 0;
};

vmExport(1, () => {
  const object = { [key('a')]: value('A'), b: value('B'), [key('c')]: value('C') };
  show(); // expect: key a,value A,value B,key c,value C
  print(object.a + object.b + object.c); // expect: ABC
  const { [key('a')]: a, ...rest } = object;
  show(); // expect: key a
  print(a + Object.keys(rest).join()); // expect: Ab,c
  ({ [key('b')]: target('t').x } = object);
  show(); // expect: key b,target t
  print({ [key('f')]: () => 1 }.f.name); // expect: f
  show(); // expect: key f
});
