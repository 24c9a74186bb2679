// A function without a name of its own gets that of what it is assigned to.
const print = vmImport(1);

function declared() {}
const arrow = () => {};
let assigned;
assigned = function () {};
let logical;
logical ??= () => {};
const own = function inner() {};
const { first = () => {} } = {};
const [second = function () {}] = [];
let third;
({ third = class {} } = {});
const literal = {
  method() {},
  value: () => {},
  'two words': function () {},
  *generator() {},
  get accessor() {
    return 1;
  },
  set accessor(value) {},
  __proto__: () => {},
};
class Shape {
  static create() {}
  area() {}
  field = () => {};
  static shared = () => {};
  get size() {
    return 1;
  }
}
const Anonymous = class {};
const list = [() => {}, function () {}, class {}];
const parenthesized = (() => {});
const sequence = (0, () => {});
const chosen = true ? () => {} : 0;
let covered;
(covered) = () => {};
const object = {};
object.property = () => {};

function parameter(f = () => {}) {
  return f.name;
}

vmExport(1, () => {
  print(declared.name); // expect: declared
  print(arrow.name); // expect: arrow
  print(assigned.name); // expect: assigned
  print(logical.name); // expect: logical
  print(own.name); // expect: inner
  print([first, second, third].map(f => f.name).join()); // expect: first,second,third
  print(literal.method.name); // expect: method
  print(literal.value.name); // expect: value
  print(literal['two words'].name); // expect: two words
  print(literal.generator.name); // expect: generator
  const accessor = Object.getOwnPropertyDescriptor(literal, 'accessor');
  print(accessor.get.name); // expect: get accessor
  print(accessor.set.name); // expect: set accessor
  print(`[${Object.getPrototypeOf(literal).name}]`); // expect: []
  print(Shape.name); // expect: Shape
  print(Shape.create.name); // expect: create
  print(Shape.prototype.area.name); // expect: area
  print(new Shape().field.name); // expect: field
  print(Shape.shared.name); // expect: shared
  print(new Shape().constructor.name); // expect: Shape
  print(Object.getOwnPropertyDescriptor(Shape.prototype, 'size').get.name); // expect: get size
  print(Anonymous.name); // expect: Anonymous
  print(`[${list.map(f => f.name).join()}]`); // expect: [,,]
  print(parenthesized.name); // expect: parenthesized
  print(`[${[sequence.name, covered.name, object.property.name].join()}]`); // expect: [,,]
  print(`[${chosen.name}]`); // expect: []
  print(parameter()); // expect: f
});
