// Top-level code of more than 4,096 characters is compiled in parts: what is behind the first works as what is in it.
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
const third = Third.make();

vmExport(1, () => {
  print(new Second().name()); // expect: first second
  print(third.name()); // expect: first second third!
  print(Third.make().name() + Third.made); // expect: first second third!2
  print(Third.kind); // expect: Second
  print(literal.name()); // expect: literal first
  print(later); // expect: early38
});
