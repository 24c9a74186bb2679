// The rest of an object: a new object with the own properties that weren't taken.
const print = vmImport(1);

const show = (object) => {
  let text = '';
  for (const key of Object.keys(object)) text += `${key}=${object[key]} `;
  return text + Object.keys(object).length;
};
const { a, ...others } = { a: 1, b: 2, c: 3 };
const withDefaults = ({ x = 10, y, ...rest } = {}) => `${x} ${y} ${show(rest)}`;

vmExport(1, () => {
  print(`${a} ${show(others)}`); // expect: 1 b=2 c=3 2
  const { ...copy } = others;
  print(`${show(copy)} ${copy !== others}`); // expect: b=2 c=3 2 true
  print(withDefaults()); // expect: 10 undefined 0
  print(withDefaults({ y: 1, z: 2, 5: 'five' })); // expect: 10 1 5=five z=2 2
  const key = 'na' + 'me';
  const { [key]: name, 0: zero, [1 + 1]: two, ...left } = { name: 'n', 0: 'zero', 1: 'one', 2: 'two', last: 'l' };
  print(`${name} ${zero} ${two} ${show(left)}`); // expect: n zero two 1=one last=l 2
  const { inner: { p, ...innerRest }, ...outerRest } = { inner: { p: 1, q: 2 }, r: 3 };
  print(`${p} ${show(innerRest)} ${show(outerRest)}`); // expect: 1 q=2 1 r=3 1
  let rest;
  const target = {};
  ({ b: target.b, ...rest } = others);
  print(`${target.b} ${show(rest)}`); // expect: 2 c=3 1
  ({ ...target.rest } = others);
  print(show(target.rest)); // expect: b=2 c=3 2
  [{ ...rest }] = [{ only: 1 }];
  print(show(rest)); // expect: only=1 1
  const { length, ...letters } = 'ab';
  print(`${length} ${show(letters)}`); // expect: 2 0=a 1=b 2
  const { ...nothing } = 5;
  print(show(nothing)); // expect: 0
  for (const { id, ...data } of [{ id: 1, v: 2 }, { id: 3, w: 4 }]) print(`${id} ${show(data)}`);
  // expect: 1 v=2 1
  // expect: 3 w=4 1
  try {
    throw { code: 1, text: 't' };
  } catch ({ code, ...info }) {
    print(`${code} ${show(info)}`); // expect: 1 text=t 1
  }
  for (const wrong of [null, undefined]) {
    try {
      const { ...r } = wrong;
    } catch (error) {
      print(error instanceof TypeError);
    }
  }
  // expect: true
  // expect: true
  // A property whose value is undefined is there.
  const { u = 1, ...v } = { u: undefined, w: undefined };
  print(`${u} ${show(v)}`); // expect: 1 w=undefined 1
});
