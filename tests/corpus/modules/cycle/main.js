// Two modules that import each other: functions work at once, variables when their module has run.
import { isEven, log as evenLog } from './even';
import { isOdd, log as oddLog } from './odd';
const print = vmImport(1);

function run() {
  print(isEven(10)); // expect: true
  print(isOdd(7)); // expect: true
  print(isEven(7)); // expect: false
  // `even` is imported first, so `odd` runs before it.
  print(oddLog[0] + ', ' + oddLog[1]); // expect: function isEven works, name of even: ReferenceError
  print(evenLog[0] + ', ' + evenLog[1]); // expect: function isOdd works, name of odd: odd
}

vmExport(1, run);
