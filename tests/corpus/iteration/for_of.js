// for-of by the iteration protocol (ECMAScript 14.7.5, 7.4): what is called, in which order, and what closes.
const print = vmImport(1);

let log = '';

function source(end, answers) {
  return {
    [Symbol.iterator]() {
      log += '[';
      let i = 0;
      return {
        next() {
          log += i;
          return { value: i, done: i++ >= end };
        },
        return() {
          log += ']';
          if (answers === 'throw') throw new Error('return');
          return answers === 'primitive' ? 1 : {};
        },
      };
    },
  };
}

function logged(f) {
  log = '';
  try {
    const result = f();
    return `${log} ${result === undefined ? '' : result}`.trim();
  } catch (error) {
    return `${log} ${error instanceof TypeError ? 'TypeError' : error.message}`.trim();
  }
}

vmExport(1, () => {
  print(logged(() => { for (const x of source(2)) log += '.'; })); // expect: [0.1.2
  print(logged(() => { for (const x of source(5)) if (x === 1) break; })); // expect: [01]
  print(logged(() => { for (const x of source(5)) if (x === 1) return 'r'; })); // expect: [01] r
  print(logged(() => { for (const x of source(5)) throw new Error('body'); })); // expect: [0] body
  print(logged(() => { for (const x of source(2)) continue; })); // expect: [012
  print(logged(() => {
    outer: for (const x of source(2)) for (const y of source(5)) { if (y === 1) continue outer; }
  })); // expect: [0[01]1[01]2
  print(logged(() => {
    outer: for (const x of source(2)) for (const y of source(5)) { if (y === 1) break outer; }
  })); // expect: [0[01]]
  print(logged(() => {
    for (const x of source(3)) {
      try {
        if (x === 1) break;
      } finally {
        log += 'f';
      }
    }
  })); // expect: [0f1f]
  print(logged(() => { for (const x of source(5, 'throw')) break; })); // expect: [0] return
  print(logged(() => { for (const x of source(5, 'primitive')) break; })); // expect: [0] TypeError
  print(logged(() => { for (const x of source(5, 'throw')) throw new Error('body'); })); // expect: [0] body
  print(logged(() => { for (const x of source(5, 'primitive')) throw new Error('body'); })); // expect: [0] body
  print(logged(() => { for (const [x] of source(5)) log += x; })); // expect: [0] TypeError
  print(logged(() => { for (const x of { [Symbol.iterator]: () => 1 }); })); // expect: TypeError
  print(logged(() => { for (const x of { [Symbol.iterator]: 1 }); })); // expect: TypeError
  print(logged(() => { for (const x of {}); })); // expect: TypeError
  print(logged(() => { for (const x of 5); })); // expect: TypeError
  print(logged(() => { for (const x of undefined); })); // expect: TypeError
  print(logged(() => { for (const x of { [Symbol.iterator]: () => ({ next: () => 1 }) }); })); // expect: TypeError
  print(logged(() => {
    const closures = [];
    for (const x of source(3)) closures.push(() => x);
    return closures.map((f) => f()).join();
  })); // expect: [0123 0,1,2
});
