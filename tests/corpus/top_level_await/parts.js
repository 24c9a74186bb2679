// The same where the module awaits, before the first part ends and behind it.
const print = vmImport(1);

class First {
  name() {
    return 'first';
  }
}

class Second extends First {
  name() {
    return super.name() + ' second';
  }
}

await 1;
const LINES = [
  'adgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmp',
  'hknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtw',
  'oruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxad',
  'vybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehk',
  'cfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfilor',
  'jmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvy',
  'qtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcf',
  'xadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjm',
  'ehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqt',
  'loruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxa',
  'svybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybeh',
  'zcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfilo',
  'gjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsv',
  'nqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzc',
  'uxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgj',
  'behknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknq',
  'iloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfilorux',
  'psvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybe',
  'wzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfil',
  'dgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmps',
  'knqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwz',
  'ruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadg',
  'ybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehkn',
  'filoruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloru',
  'mpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvyb',
  'twzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfi',
  'adgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmp',
  'hknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtw',
  'oruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxad',
  'vybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehk',
  'cfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfilor',
  'jmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvy',
  'qtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcf',
  'xadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjm',
  'ehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqt',
  'loruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxa',
  'svybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybeh',
  'zcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfiloruxadgjmpsvybehknqtwzcfilo',
];

class Third extends Second {
  #mark = '!';

  static #made = 0;

  static make() {
    Third.#made++;
    return new Third();
  }

  static get made() {
    return Third.#made;
  }

  name() {
    return super.name() + ' third' + this.#mark;
  }

  static {
    this.kind = super.name;
  }
}

const literal = {
  __proto__: First.prototype,
  name() {
    return 'literal ' + super.name();
  },
};

function tag(strings, value) {
  return strings.raw[0] + value;
}

const later = tag`early${LINES.length}`;
await 0;
const third = await Third.make();

vmExport(1, () => {
  print(new Second().name()); // expect: first second
  print(third.name()); // expect: first second third!
  print(Third.make().name() + Third.made); // expect: first second third!2
  print(Third.kind); // expect: Second
  print(literal.name()); // expect: literal first
  print(later); // expect: early38
});
