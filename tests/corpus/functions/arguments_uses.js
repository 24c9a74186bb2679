// An arguments object in use: iterated, passed on, written to, asked by computed keys.
const print = vmImport(1);
function own() {
  return arguments;
}
const name = (body) => {
  try {
    return body();
  } catch (error) {
    return error.name;
  }
};
function change(a, b) {
  arguments[0] = 'changed';
  b = 'b';
  arguments[5] = 'new';
  return [a, b, arguments[0], arguments[1], arguments.length, arguments[5]].join();
}
function forward() {
  return Math.max.apply(null, arguments);
}
function called() {
  return arguments[0]();
}
function shorten() {
  arguments.length = 1;
  return [...arguments].join() + Array.prototype.join.call(arguments);
}
const arrow = function () {
  return () => arguments;
};
vmExport(1, () => {
  print([...own(1, 2)].join()); // expect: 1,2
  let text = '';
  for (const element of own('a', 'b')) text += element;
  print(text); // expect: ab
  for (const k in own('a', 'b')) text += k;
  print(text); // expect: ab01
  const [first, ...others] = own(1, 2, 3);
  print(`${first} ${others}`); // expect: 1 2,3
  print(Array.prototype.slice.call(own(1, 2, 3), 1).join()); // expect: 2,3
  print(Array.from(own('x', 'y')).join('+')); // expect: x+y
  print(own() === own()); // expect: false
  print(change('a', 'x')); // expect: a,b,changed,x,2,new
  print(forward(3, 9, 4)); // expect: 9
  print(Object.prototype.toString.call(called(own))); // expect: [object Arguments]
  print(called(function () { return this.length; })); // expect: 1
  print(shorten(1, 2, 3)); // expect: 11
  print(arrow(7)(8)[0]); // expect: 7
});
