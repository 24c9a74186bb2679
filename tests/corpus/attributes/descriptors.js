// Descriptors of what isn't made by a script's defineProperty: members of classes and literals, elements, strings,
// functions. Copies with getOwnPropertyDescriptors.
const print = vmImport(1);

function show(object, key) {
  const it = Object.getOwnPropertyDescriptor(object, key);
  if (it === undefined) return 'none';
  const data = it.get || it.set ? (it.get ? 'get' : '') + (it.set ? 'set' : '') : typeof it.value;
  return `${data} ${it.writable ? 'w' : '-'}${it.enumerable ? 'e' : '-'}${it.configurable ? 'c' : '-'}`;
}

class Captured {
  field = 1;
  static s = 2;
  method() {}
  static make() {}
  get x() {
    return 'captured x';
  }
  set x(value) {}
  static get y() {
    return 3;
  }
}
const source = {
  get name() {
    return `<${this.id}>`;
  },
  id: 'source',
};
const instance = new Captured();

function test(C, it) {
  print(show(it, 'field'));
  print(show(it, 'method'));
  print(show(C.prototype, 'method'));
  print(show(C.prototype, 'constructor'));
  print(show(C.prototype, 'x'));
  print(show(C, 's'));
  print(show(C, 'make'));
  print(show(C, 'y'));
}

vmExport(1, () => {
  test(Captured, instance);
  // expect: number wec
  // expect: none
  // expect: function w-c
  // expect: function w-c
  // expect: getset --c
  // expect: number wec
  // expect: function w-c
  // expect: get --c
  class Later {
    field = 1;
    static s = 2;
    method() {}
    static make() {}
    get x() {
      return 4;
    }
    set x(value) {}
    static get y() {
      return 5;
    }
  }
  test(Later, new Later());
  // expect: number wec
  // expect: none
  // expect: function w-c
  // expect: function w-c
  // expect: getset --c
  // expect: number wec
  // expect: function w-c
  // expect: get --c
  print(show([1, 2], 1)); // expect: number wec
  print(show([1, , 3], 1)); // expect: none
  print(show([1, 2], 'length')); // expect: number w--
  print(show('abc', 1)); // expect: string -e-
  print(show('abc', 3)); // expect: none
  print(show('abc', 'length')); // expect: number ---
  print(show({ get a() { return 1; } }, 'a')); // expect: get -ec

  const x = Object.getOwnPropertyDescriptor(Captured.prototype, 'x');
  print(x.get.call(null)); // expect: captured x
  const copy = Object.defineProperties({}, Object.getOwnPropertyDescriptors(source));
  copy.id = 'copy';
  print(copy.name + source.name); // expect: <copy><source>
  print(Object.keys(Object.getOwnPropertyDescriptors([7])).join()); // expect: 0,length
  // The getter moves on as a value.
  const { get } = Object.getOwnPropertyDescriptor(source, 'name');
  Object.defineProperty(Captured.prototype, 'text', { get });
  instance.id = 'instance';
  print(instance.text); // expect: <instance>
});
