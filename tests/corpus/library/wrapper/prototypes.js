// Number.prototype, String.prototype and Boolean.prototype are themselves objects around primitives.
const print = vmImport(1);
const text = (value) => Object.prototype.toString.call(value);

function thrown(action) {
  try {
    return action();
  } catch (error) {
    return error.constructor.name;
  }
}

function all() {
  return [
    text(Number.prototype),
    text(String.prototype),
    text(Boolean.prototype),
    text(Symbol.prototype),
    text(Object.create(Number.prototype)),
    Number.prototype.valueOf(),
    Number.prototype.toString(),
    Number.prototype.toFixed(2),
    Number.prototype + 1,
    `[${String.prototype.valueOf()}${String.prototype}]`,
    String.prototype.length,
    String.prototype == '',
    Boolean.prototype.valueOf(),
    `${Boolean.prototype}`,
    thrown(() => Object.create(Number.prototype).valueOf()),
    thrown(() => Object.create(String.prototype).toString()),
    thrown(() => Boolean.prototype.valueOf.call({})),
    thrown(() => Symbol.prototype.valueOf()),
    thrown(() => (String.prototype.length = 1)),
    thrown(() => delete String.prototype.length),
    JSON.stringify([Number.prototype, String.prototype, Boolean.prototype]),
  ].join();
}
const before = all();

vmExport(1, () => {
  print(before);
  // expect: [object Number],[object String],[object Boolean],[object Symbol],[object Object],0,0,0.00,1,[],0,true,false,false,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,[0,"",false]
  print(before === all()); // expect: true
  const { value, writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(String.prototype, 'length');
  print(`${value} ${writable} ${enumerable} ${configurable}`); // expect: 0 false false false
});
