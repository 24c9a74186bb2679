// Array.prototype and the functions of Array with odd arguments and odd arrays.
import { attempt, show } from './shared/show.mjs';

const print = vmImport(1);

const lists = [
  () => [], () => [1], () => [1, 2, 3], () => [1, , 3], () => [, ,], () => [undefined, null, NaN, -0, 'x'], () => [[1, [2, [3]]], [], 4],
  () => [3, 1, 2, undefined, , 10, 'b', 'a'], () => ({ length: 3, 0: 'a', 2: 'c' }), () => ({ length: 0 }), () => ({}), () => ({ length: '2', 0: 5, 1: 6 }),
  () => ({ length: -1, 0: 1 }), () => ({ length: NaN }), () => ({ length: 1.9, 0: 'p', 1: 'q' }),
];
const POSITIONS = [undefined, null, 0, -0, 1, 2, 3, 10, -1, -2, -3, -10, 0.9, -0.9, 1.9, NaN, Infinity, -Infinity, '1', 'x', true, [], [2], {}, Symbol('s')];
const FEWER = [undefined, 0, 1, 2, 5, -1, -5, 1.9, NaN, Infinity, -Infinity, '1', 'x', null];
// Where node makes an object around a primitive, there is a TypeError here.
const RECEIVERS = [undefined, null, 'abc', 0, '', true, Symbol('s')];
const WRAPPING = ['concat', 'copyWithin', 'fill', 'reverse', 'sort', 'splice', 'unshift', 'pop', 'shift', 'push'];

const prototype = Array.prototype;
const method = (name) => [name, prototype[name]];
const BY_POSITION = ['at', 'copyWithin', 'fill', 'flat', 'includes', 'indexOf', 'lastIndexOf', 'slice', 'splice', 'toSpliced', 'with', 'concat', 'join', 'unshift'].map(method);
const BY_FUNCTION = ['every', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex', 'flatMap', 'forEach', 'map', 'reduce', 'reduceRight', 'some', 'sort', 'toSorted'].map(method);
const PLAIN = ['pop', 'push', 'reverse', 'shift', 'toReversed', 'toString', 'toLocaleString', 'sort', 'toSorted', 'keys', 'values', 'entries', 'join', 'concat', 'flat'].map(method);
const SPLICES = ['splice', 'toSpliced', 'copyWithin', 'fill', 'slice', 'with', 'lastIndexOf', 'indexOf', 'includes'].map(method);

const receivers = ([name]) => (WRAPPING.includes(name) ? RECEIVERS.slice(0, 2) : RECEIVERS);

// What a call gives, and what becomes of the array.
function printCall([name, f], list, ...args) {
  let text = '';
  for (const it of args) text += (text === '' ? '' : ', ') + show(it);
  const before = show(list);
  const result = attempt(() => {
    const result = f.call(list, ...args);
    return typeof result === 'object' && result !== null && typeof result.next === 'function' ? [...result] : result;
  });
  print(`${before}.${name}(${text}) ${result} ${show(list)}`);
}

function printPositions() {
  for (const it of BY_POSITION) {
    for (const list of lists) {
      printCall(it, list());
      for (const a of POSITIONS) {
        if (it[0] === 'join' && a !== undefined && typeof a === 'object' && a !== null && !Array.isArray(a)) continue;
        printCall(it, list(), a);
      }
    }
    for (const receiver of receivers(it)) printCall(it, receiver, 1);
  }
}

function printRanges() {
  for (const it of SPLICES) {
    for (const list of [() => [1, 2, 3, 4, 5], () => [1, , 3], () => ({ length: 3, 0: 'a', 2: 'c' })]) {
      for (const a of FEWER) {
        for (const b of FEWER) {
          printCall(it, list(), a, b);
          if (it[0] !== 'with') printCall(it, list(), a, b, 2);
          if (it[0] === 'splice' || it[0] === 'toSpliced') printCall(it, list(), a, b, 'p', 'q', 'r');
        }
      }
    }
  }
  for (const list of lists) {
    for (const wanted of [undefined, NaN, 0, -0, 'x', 1, null, 3, '1']) {
      for (const it of SPLICES.slice(6)) printCall(it, list(), wanted);
    }
  }
}

function printCallbacks() {
  const callbacks = [undefined, null, {}, 'x', (a) => a, (a, b) => b, (a, b, c) => c, () => true, () => false, () => 0, () => NaN, () => [1, [2]], (a) => a === 3, () => 'text', (a, b) => a + b, (a, b) => b - a];
  for (const it of BY_FUNCTION) {
    for (const list of lists) {
      const calls = [];
      for (let c = 0; c < callbacks.length; c++) {
        const callback = callbacks[c];
        const isSort = it[0] === 'sort' || it[0] === 'toSorted';
        // How often and on what a comparator is called is up to the engine.
        if (isSort && c >= 4 && c !== 15) continue;
        const noting = typeof callback !== 'function' || isSort ? callback : (...args) => (calls.push(args.slice(0, -1)), callback(...args));
        printCall(it, list(), noting);
        if (!isSort) printCall(it, list(), noting, 'initial');
      }
      if (it[0] !== 'sort' && it[0] !== 'toSorted') print(show(calls));
    }
    for (const receiver of receivers(it)) {
      printCall(it, receiver);
      printCall(it, receiver, (a, b) => (a < b ? -1 : 1));
    }
  }
  for (const it of PLAIN) {
    for (const list of lists) {
      if (it[0] === 'push' && !Array.isArray(list())) continue;
      // Which digits are a locale's, is up to the engine.
      if (it[0] === 'toLocaleString' && list()[3] === 0) continue;
      printCall(it, list());
      printCall(it, list(), ...(it[0] === 'push' ? ['y', undefined] : []));
    }
    if (it[0] !== 'push') for (const receiver of receivers(it)) printCall(it, receiver);
  }
}

function printOthers() {
  // What a callback does to the array while it is walked.
  for (const it of BY_FUNCTION) {
    if (it[0] === 'sort' || it[0] === 'toSorted') continue;
    for (const change of [(list) => list.push(9), (list) => (list.length = 2), (list) => list.shift(), (list) => delete list[2], (list) => (list[3] = 'new')]) {
      const list = [1, 2, 3, 4];
      let calls = 0;
      printCall(it, list, (...args) => {
        if (calls++ === 0) change(list);
        return it[0] === 'every' || it[0] === 'filter' ? true : it[0].startsWith('reduce') ? args.slice(0, 3).join('/') : it[0] === 'some' || it[0].startsWith('find') ? false : args[0];
      });
    }
  }
  const sources = [undefined, null, 0, 5, true, '', 'a\ud83d\ude00', [], [1, , 3], { length: 2 }, { length: 2, 0: 'p', 1: 'q' }, {}, new Uint8Array([1, 2]), [5, 6].values(), { length: -1 }, { length: 'x' }, Symbol('s'), { [Symbol.iterator]: 5 }, { [Symbol.iterator]: undefined, length: 1 }];
  for (const it of sources) {
    print(`from ${attempt(() => Array.from(it))}`);
    print(`from ${attempt(() => Array.from(it, (a, b) => [a, b]))} ${attempt(() => Array.from(it, null))} ${attempt(() => Array.from(it, undefined))} ${attempt(() => Array.from(it, {}))}`);
    print(`of ${attempt(() => Array.of(it))} ${attempt(() => Array.of(it, it).length)}`);
    print(`isArray ${Array.isArray(it)}`);
    if (typeof it !== 'number') print(`Array ${attempt(() => Array(it).length)} ${attempt(() => new Array(it, 1).length)}`);
  }
  for (const length of [0, 3, -1, 1.5, NaN, -0, 4294967296, Infinity]) print(`Array(${show(length)}) ${attempt(() => Array(length))} ${attempt(() => new Array(length))}`);
  print(`${attempt(() => Array())} ${attempt(() => new Array())} ${Array.isArray()} ${attempt(() => Array.of())} ${attempt(() => Array.from())}`);
  for (const length of [0, 1, 2, 5, '1', '2.0', true, null, -1, 1.5, NaN, 'x', undefined, 4294967296]) {
    const list = [1, 2, 3];
    print(`length = ${show(length)} ${attempt(() => (list.length = length))} ${show(list)}`);
  }
  for (const key of [0, '1', '01', -1, 1.5, 'x', 4294967294, true, undefined]) {
    const list = ['a', 'b'];
    print(`[${show(key)}] ${show(list[key])} ${key in list} ${attempt(() => Object.hasOwn(list, key))}`);
  }
  // Sorting is stable, and in the order of code units.
  const many = [];
  for (let i = 0; i < 60; i++) many.push({ key: (i * 7) % 5, index: i });
  print(many.sort((a, b) => a.key - b.key).map((it) => `${it.key}.${it.index}`).join(' '));
  print(show(['\ud83d\ude00', '\uffff', 'a', 'B', '', '10', '9', 10, 9, null, undefined, NaN, true, -1, [2], {}].sort()));
  print(show([5, 1, 4].sort((a, b) => (a > b ? '1' : '-1'))));
  print(attempt(() => [1, 2].sort(() => Symbol('s'))));
  print(attempt(() => [Symbol('s'), 1].sort()));
  print(attempt(() => [1, Symbol('s')].join()));
  const ring = [1];
  ring[1] = ring;
  print(attempt(() => ring.flat().length));
}

vmExport(1, () => {
  printPositions();
  printRanges();
  printCallbacks();
  printOthers();
});
