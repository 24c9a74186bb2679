// What operators make of symbols (ECMAScript 7.1, 7.2.13).
const print = vmImport(1);

const symbol = Symbol('s');
const unlike = [1, 's', true, null, undefined, NaN];

function thrown(f) {
  try {
    f();
    return 'nothing';
  } catch (error) {
    return error instanceof TypeError ? 'TypeError' : 'something else';
  }
}

vmExport(1, () => {
  print(symbol == symbol); // expect: true
  print(symbol === symbol); // expect: true
  print(symbol != Symbol('s')); // expect: true
  for (let i = 0; i < unlike.length; i++) {
    if (symbol == unlike[i] || unlike[i] == symbol) print(`equal: ${i}`);
  }
  print(symbol == { valueOf: () => symbol }); // expect: true
  print({ valueOf: () => 1 } == symbol); // expect: false
  print(symbol ? 'truthy' : 'falsy'); // expect: truthy
  print(!symbol); // expect: false
  print(thrown(() => `${symbol}`)); // expect: TypeError
  print(thrown(() => symbol + '')); // expect: TypeError
  print(thrown(() => '' + symbol)); // expect: TypeError
  print(thrown(() => symbol + 1)); // expect: TypeError
  print(thrown(() => +symbol)); // expect: TypeError
  print(thrown(() => -symbol)); // expect: TypeError
  print(thrown(() => ~symbol)); // expect: TypeError
  print(thrown(() => symbol * 2)); // expect: TypeError
  print(thrown(() => symbol < 2)); // expect: TypeError
  print(thrown(() => symbol | 0)); // expect: TypeError
  print(thrown(() => new Symbol())); // expect: TypeError
  print(thrown(() => Symbol(symbol))); // expect: TypeError
  print(thrown(() => (symbol.x = 1))); // expect: TypeError
  print(symbol.x === undefined); // expect: true
  print(typeof symbol); // expect: symbol
});
