// The order in which the parts of a pattern are evaluated, step by step.
const print = vmImport(1);

const say = (text, value) => {
  print(text);
  return value;
};

vmExport(1, () => {
  const target = {};
  ({ [say('key 1', 'a')]: say('object 1', target).x = say('default 1', 1),
     [say('key 2', 'b')]: say('object 2', target)[say('element 2', 'y')] = say('default 2', 2) }
    = say('value', { b: 3 }));
  // expect: value
  // expect: key 1
  // expect: object 1
  // expect: default 1
  // expect: key 2
  // expect: object 2
  // expect: element 2
  print(`${target.x} ${target.y}`); // expect: 1 3

  [say('first', target).x, say('second', target).y = say('default', 6)] = [say('one', 5)];
  // expect: one
  // expect: first
  // expect: second
  // expect: default
  print(`${target.x} ${target.y}`); // expect: 5 6

  // The array is read while it changes: each step looks at it again.
  const list = [1, 2, 3];
  let a, b, c;
  [a, list[1], b] = list;
  print(`${a} ${b} ${list[1]}`); // expect: 1 3 2
  const growing = [];
  [a = growing.push('late'), b = 'done', c] = growing;
  print(`${a} ${b} ${c} ${growing.length}`); // expect: 1 done undefined 1
  const shrinking = [1, 2, 3];
  [a, shrinking.length, ...c] = shrinking;
  print(`${a} ${shrinking.length} ${c.length}`); // expect: 1 2 0
  const ended = [1];
  [a, b = (ended.push(2, 3), 'default'), ...c] = ended;
  print(`${a} ${b} ${c.length} ${ended.length}`); // expect: 1 default 0 3
  const skipped = [1];
  [, , b = (skipped.push(2, 3), 'default'), c] = skipped;
  print(`${b} ${c}`); // expect: default undefined

  // What was assigned before a throw stays.
  a = b = 'old';
  try {
    [a, b] = [1, say('throws', null).x];
  } catch {
    print(`${a} ${b}`);
  }
  // expect: throws
  // expect: old old
  try {
    ({ a, b: { c } } = { a: 'new' });
  } catch (error) {
    print(`${a} ${error instanceof TypeError}`); // expect: new true
  }
  // A default is evaluated only when it is needed.
  [a = say('unused')] = [0];
  ({ a = say('unused') } = { a: null });
  print(`${a}`); // expect: null
});
