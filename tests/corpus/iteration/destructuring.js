// Destructuring and spread by the iteration protocol (ECMAScript 8.6.2, 13.15.5.5).
const print = vmImport(1);

let log = '';

function source(end) {
  let i = 0;
  return {
    [Symbol.iterator]() {
      return this;
    },
    next() {
      log += i;
      return { value: i, done: i++ >= end };
    },
    return() {
      log += ']';
      return {};
    },
  };
}

function* letters() {
  try {
    yield 'a';
    yield 'b';
    yield 'c';
  } finally {
    log += '!';
  }
}

function logged(f) {
  log = '';
  try {
    return `${f()} ${log}`.trim();
  } catch (error) {
    return `${error.message} ${log}`.trim();
  }
}

function fail() {
  throw new Error('failed');
}

const target = {};

vmExport(1, () => {
  print(logged(() => { const [a, b] = source(5); return `${a}${b}`; })); // expect: 01 01]
  print(logged(() => { const [a, b] = source(1); return `${a}${b}`; })); // expect: 0undefined 01
  print(logged(() => { const [a, b, c] = source(1); return `${a}${b}${c}`; })); // expect: 0undefinedundefined 01
  print(logged(() => { const [, , c] = source(5); return c; })); // expect: 2 012]
  print(logged(() => { const [a, ...rest] = source(4); return rest.join(); })); // expect: 1,2,3 01234
  print(logged(() => { const [] = source(4); return 'none'; })); // expect: none ]
  print(logged(() => { const [a = fail()] = source(0); return a; })); // expect: failed 0
  print(logged(() => { const [a, b = fail()] = [1, undefined]; return a; })); // expect: failed
  print(logged(() => { let [x, { y }] = source(5); return x; }).startsWith('0')); // expect: true
  print(logged(() => { [target[fail()]] = source(5); return 1; })); // expect: failed ]
  print(logged(() => { [target.a, target.b] = source(5); return target.a + target.b; })); // expect: 1 01]
  print(logged(() => { const f = ([a, b]) => a + b; return f(letters()); })); // expect: ab !
  print(logged(() => [...source(3)].join())); // expect: 0,1,2 0123
  print(logged(() => [9, ...letters(), 8].join())); // expect: 9,a,b,c,8 !
  print(logged(() => Math.max(...source(3), 1))); // expect: 2 0123
  print(logged(() => [...'héy'].join('-'))); // expect: h-é-y
  print(logged(() => { const [a, b] = 'xy'; return b + a; })); // expect: yx
  print(logged(() => { [target.a, target.b] = [target.b, target.a]; return target.a; })); // expect: 1
});
