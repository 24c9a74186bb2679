// What can't be extended, and what comes of extending null.
const print = vmImport(1);

const attempt = (action) => {
  try {
    print(`${action()}`);
  } catch (error) {
    print(error instanceof TypeError ? 'TypeError' : 'other');
  }
};
const say = (text) => {
  print(text);
  return text;
};

vmExport(1, () => {
  for (const wrong of [undefined, 1, 'text', {}, () => 1, { method() {} }.method]) {
    attempt(() => { class A extends wrong {} });
  }
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  attempt(() => {
    const arrow = () => 1;
    arrow.prototype = {};
    class A extends arrow {}
  }); // expect: TypeError
  attempt(() => {
    function F() {}
    F.prototype = 5;
    class A extends F {}
  }); // expect: TypeError
  attempt(() => {
    class A extends (say('parent'), 1) {}
  });
  // expect: parent
  // expect: TypeError
  attempt(() => {
    const nothing = null;
    class A extends nothing {
      static value() {
        return 'static';
      }
      constructor() {
        return { a: 1 };
      }
    }
    return `${A.value()} ${new A().a}`;
  }); // expect: static 1
  attempt(() => {
    const nothing = null;
    class A extends nothing {}
    new A();
  }); // expect: TypeError
  attempt(() => {
    function F() {}
    F.prototype = null;
    class A extends F {}
    return new A().toString === undefined;
  }); // expect: true
  attempt(() => {
    class A extends A {}
  }); // expect: other
  let log = '';
  attempt(() => {
    class A extends (log += 'a', class { constructor(x) { log += x; } }) {
      [(log += 'b', 'm')]() {}
      static f = (log += 'c');
      constructor() {
        super((log += 'd', 'e'));
        log += 'f';
      }
    }
    new A();
    return log;
  }); // expect: abcdef
});
