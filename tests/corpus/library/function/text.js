// The text of a function. There are no sources where it runs, so it is that of a native one; node has them.
// call: 1
// call: 2
// node: skip — it has the sources
import { kind } from '../../shared/kind.mjs';

const print = vmImport(1);

let maybe;
try {
  maybe = Array.prototype.every;
} catch (error) {
  print(error.name);
}

vmExport(1, () => {
  print(`${maybe}`); // expect: function(){[native code]}
  print(maybe + 1 > 0); // expect: false
});
vmExport(2, () => {
  function named(a, b) {
    return a + b;
  }
  print(named.toString()); // expect: function(){[native code]}
  print(`${(x) => x}`); // expect: function(){[native code]}
  print('' + class {}); // expect: function(){[native code]}
  print(named + 1 === named.toString() + '1'); // expect: true
  print(String(Math.max) === `${named.bind()}`); // expect: true
  print(Function.prototype.toString.call(async function* () {}).length); // expect: 25
  print(typeof `${Function.prototype}`); // expect: string
  print(kind(() => Function.prototype.toString.call({}))); // expect: TypeError
  print(kind(() => Function.prototype.toString.call('named'))); // expect: TypeError
  named.toString = () => 'its own';
  print(`${named}`); // expect: its own
});
