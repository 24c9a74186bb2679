// String.prototype and the functions of String with odd arguments.
import { attempt, show } from './shared/show.mjs';

const print = vmImport(1);

const TEXTS = ['', 'a', 'abc', 'abcabc', '  x \n', 'a\ud83d\ude00b', '\ud800', 'x\udc00\ud800y', 'aaa', 'ß\u0130Σς\u00e9', '$1$&', 'undefined', 'null', '12', 'NaN'];
const POSITIONS = [undefined, null, 0, -0, 1, 2, 3, 4, 10, -1, -2, -3, -10, 0.9, -0.9, 1.9, NaN, Infinity, -Infinity, '1', 'x', '', true, [], [2], {}, { valueOf: () => 2 }, 4294967295, 4294967296, 2 ** 53, -(2 ** 32), Symbol('s')];
const WANTED = ['', 'a', 'bc', 'abc', 'abcd', ' ', 'x', '\ud83d', '\ude00', '\ud83d\ude00', undefined, null, 1, NaN, true, [], ['a', 'b'], {}, { toString: () => 'b' }, Symbol('s')];
const RECEIVERS = [undefined, null, 0, 12.5, -0, NaN, true, [], [1, 2], {}, { toString: () => 'abc' }, Symbol('s')];

const prototype = String.prototype;
const BY_POSITION = ['at', 'charAt', 'charCodeAt', 'codePointAt', 'slice', 'substring', 'substr', 'padEnd', 'padStart'];
const byPosition = BY_POSITION.map((name) => prototype[name]);
const BY_TEXT = ['includes', 'indexOf', 'lastIndexOf', 'startsWith', 'endsWith', 'split', 'concat', 'replace', 'replaceAll', 'localeCompare'];
const byText = BY_TEXT.map((name) => prototype[name]);
const PLAIN = ['isWellFormed', 'toWellFormed', 'trim', 'trimEnd', 'trimStart', 'toLowerCase', 'toUpperCase', 'toLocaleLowerCase', 'toLocaleUpperCase', 'toString', 'valueOf'];
const plain = PLAIN.map((name) => prototype[name]);

function printCall(name, f, receiver, ...args) {
  let text = '';
  for (const it of args) text += (text === '' ? '' : ', ') + show(it);
  print(`${show(receiver)}.${name}(${text}) ${attempt(() => f.call(receiver, ...args))}`);
}

function printPositions() {
  for (let m = 0; m < byPosition.length; m++) {
    for (const text of TEXTS) {
      printCall(BY_POSITION[m], byPosition[m], text);
      for (const a of POSITIONS) {
        if (m >= 7 && +String(typeof a === 'symbol' ? 0 : a) > 1000) continue;
        printCall(BY_POSITION[m], byPosition[m], text, a);
      }
    }
    for (const it of RECEIVERS) {
      printCall(BY_POSITION[m], byPosition[m], it);
      printCall(BY_POSITION[m], byPosition[m], it, 1);
    }
  }
}

function printRanges() {
  for (const name of ['slice', 'substring', 'substr']) {
    const f = byPosition[BY_POSITION.indexOf(name)];
    for (const text of ['abc', 'a\ud83d\ude00b']) {
      for (const a of POSITIONS) for (const b of POSITIONS) printCall(name, f, text, a, b);
    }
  }
  for (const name of ['padStart', 'padEnd']) {
    const f = byPosition[BY_POSITION.indexOf(name)];
    for (const text of ['', 'abc', '\ud83d\ude00']) {
      for (const width of [0, 1, 3, 4, 5, 10, '6', NaN, -1]) {
        for (const fill of ['', 'x', 'xyz', '\ud83d\ude00', undefined, null, 0, [], {}, Symbol('s')]) printCall(name, f, text, width, fill);
      }
    }
  }
  for (const text of ['', 'ab', '\ud83d\ude00']) {
    for (const count of [undefined, null, 0, 1, 2, 3, 1.9, -0.5, -1, NaN, '2', 'x', Infinity, -Infinity, [], [2], {}, Symbol('s')]) printCall('repeat', prototype.repeat, text, count);
  }
}

function printTexts() {
  for (let m = 0; m < byText.length; m++) {
    if (byText[m] === undefined || BY_TEXT[m] === 'localeCompare') continue;
    for (const text of TEXTS) {
      printCall(BY_TEXT[m], byText[m], text);
      for (const wanted of WANTED) printCall(BY_TEXT[m], byText[m], text, wanted);
    }
    for (const it of RECEIVERS) {
      printCall(BY_TEXT[m], byText[m], it);
      printCall(BY_TEXT[m], byText[m], it, 'a');
    }
  }
  for (let m = 0; m < 6; m++) {
    for (const text of ['abcabc', '']) {
      for (const wanted of ['a', 'abc', '', 'c']) {
        for (const position of POSITIONS) printCall(BY_TEXT[m], byText[m], text, wanted, position);
      }
    }
  }
}

function printOthers() {
  const templates = ['', 'x', '$$', '$&', '$`', "$'", '$1', '$0', '$', '$$$', '[$&$&]', "$`$'", '$<a>', '$10', undefined, null, 5, {}, Symbol('s')];
  for (const name of ['replace', 'replaceAll']) {
    const f = prototype[name];
    for (const text of ['abcabc', 'a.b.c', '', '$$']) {
      for (const wanted of ['b', '', 'abc', '.', '$', 'zz', undefined]) {
        for (const by of templates) printCall(name, f, text, wanted, by);
        const calls = [];
        const result = f.call(text, wanted, (...args) => (calls.push(args), args.length));
        print(`${name} ${show(text)} ${show(wanted)} ${show(result)} ${show(calls)}`);
        print(attempt(() => f.call(text, wanted, () => ({ toString: () => 'T' }))));
        print(attempt(() => f.call(text, wanted, () => undefined)));
        print(attempt(() => f.call(text, wanted, () => Symbol('s'))));
      }
    }
  }
  for (let m = 0; m < plain.length; m++) {
    for (const text of TEXTS) printCall(PLAIN[m], plain[m], text);
    for (const it of RECEIVERS) printCall(PLAIN[m], plain[m], it);
  }
  const codes = [[], [65], [65, 66.9], [-1], [65536 + 65], [NaN], ['66'], [undefined], [0xd83d, 0xde00], [Infinity], [null, true], [{}], [2 ** 32 + 65], [-(2 ** 31)], [1e21], [Symbol('s')]];
  for (const it of codes) print(`fromCharCode ${show(it)} ${attempt(() => String.fromCharCode(...it))}`);
  for (const it of [...codes, [0x1f600], [0x10ffff], [0x110000], [1.5], [-0], ['0x41'], [65, 0x10000, 66], [-1]]) print(`fromCodePoint ${show(it)} ${attempt(() => String.fromCodePoint(...it))}`);
  for (const it of [[{ raw: ['a', 'b', 'c'] }, 1, 2, 3], [{ raw: 'xyz' }, 0, 1], [{ raw: [] }], [{ raw: { length: 2, 0: 'p', 1: 'q' } }, '-'], [{}], [undefined], [{ raw: [1, undefined] }, null], [{ raw: { length: -1 } }], [{ raw: null }]]) {
    print(`raw ${show(it)} ${attempt(() => String.raw(...it))}`);
  }
  for (const it of [...WANTED, -0, 1e21, () => Symbol.iterator]) {
    if (typeof it !== 'function') print(`String ${show(it)} ${attempt(() => String(it))} ${attempt(() => `${it}`)} ${attempt(() => '' + it)}`);
  }
  print(show(String()));
  for (const text of TEXTS) print(`${show([...text])} ${text.length} ${show(Object.keys(text))} ${show(Object.entries(text))} ${show(text[0])} ${show(text[-1])} ${show(text['1'])} ${show(text['01'])}`);
}

vmExport(1, () => {
  printPositions();
  printRanges();
  printTexts();
  printOthers();
});
