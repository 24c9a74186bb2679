// Names from computed keys: of symbols the description, in brackets.
const print = vmImport(1);

const described = Symbol('about');
const nameless = Symbol();
const empty = Symbol('');
const key = 'k';
const object = {
  [key]: () => {},
  [described]: () => {},
  [nameless]: function () {},
  [empty]() {},
  1: () => {},
  1e21() {},
  '7'() {},
  [-0.5]: () => {},
  get [described]() {
    return 1;
  },
  set [`${key}2`](value) {},
  [{ toString: () => 'converted' }]: () => {},
};
class Class {
  [described]() {}
  static [nameless]() {}
  get [key]() {
    return 1;
  }
  [`${key}3`] = () => {};
  static [described] = class {};
  static 5 = () => {};
  static [Symbol.iterator]() {}
}

vmExport(1, () => {
  print(object.k.name); // expect: k
  print(`[${object[nameless].name}]`); // expect: []
  print(object[empty].name); // expect: []
  print(object[1].name); // expect: 1
  print(object['1e+21'].name); // expect: 1e+21
  print(object[7].name); // expect: 7
  print(object['-0.5'].name); // expect: -0.5
  print(Object.getOwnPropertyDescriptor(object, described).get.name); // expect: get [about]
  print(Object.getOwnPropertyDescriptor(object, 'k2').set.name); // expect: set k2
  print(object.converted.name); // expect: converted
  print(Class.prototype[described].name); // expect: [about]
  print(`[${Class[nameless].name}]`); // expect: []
  print(Object.getOwnPropertyDescriptor(Class.prototype, 'k').get.name); // expect: get k
  print(new Class().k3.name); // expect: k3
  print(Class[described].name); // expect: [about]
  print(Class[5].name); // expect: 5
  print(Class[Symbol.iterator].name); // expect: [Symbol.iterator]
});
