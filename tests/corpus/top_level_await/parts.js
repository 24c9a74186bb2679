// Top-level code that is evaluated in several parts, as it is long, waits in each.
const print = vmImport(1);
let sum = 0;
sum += await Promise.resolve(1); // padding that makes the module long enough to be cut, number 1 of sixty
sum += await Promise.resolve(2); // padding that makes the module long enough to be cut, number 2 of sixty
sum += await Promise.resolve(3); // padding that makes the module long enough to be cut, number 3 of sixty
sum += await Promise.resolve(4); // padding that makes the module long enough to be cut, number 4 of sixty
sum += await Promise.resolve(5); // padding that makes the module long enough to be cut, number 5 of sixty
sum += await Promise.resolve(6); // padding that makes the module long enough to be cut, number 6 of sixty
sum += await Promise.resolve(7); // padding that makes the module long enough to be cut, number 7 of sixty
sum += await Promise.resolve(8); // padding that makes the module long enough to be cut, number 8 of sixty
sum += await Promise.resolve(9); // padding that makes the module long enough to be cut, number 9 of sixty
sum += await Promise.resolve(10); // padding that makes the module long enough to be cut, number 10 of sixty
sum += await Promise.resolve(11); // padding that makes the module long enough to be cut, number 11 of sixty
sum += await Promise.resolve(12); // padding that makes the module long enough to be cut, number 12 of sixty
sum += await Promise.resolve(13); // padding that makes the module long enough to be cut, number 13 of sixty
sum += await Promise.resolve(14); // padding that makes the module long enough to be cut, number 14 of sixty
sum += await Promise.resolve(15); // padding that makes the module long enough to be cut, number 15 of sixty
sum += await Promise.resolve(16); // padding that makes the module long enough to be cut, number 16 of sixty
sum += await Promise.resolve(17); // padding that makes the module long enough to be cut, number 17 of sixty
sum += await Promise.resolve(18); // padding that makes the module long enough to be cut, number 18 of sixty
sum += await Promise.resolve(19); // padding that makes the module long enough to be cut, number 19 of sixty
sum += await Promise.resolve(20); // padding that makes the module long enough to be cut, number 20 of sixty
sum += await Promise.resolve(21); // padding that makes the module long enough to be cut, number 21 of sixty
sum += await Promise.resolve(22); // padding that makes the module long enough to be cut, number 22 of sixty
sum += await Promise.resolve(23); // padding that makes the module long enough to be cut, number 23 of sixty
sum += await Promise.resolve(24); // padding that makes the module long enough to be cut, number 24 of sixty
sum += await Promise.resolve(25); // padding that makes the module long enough to be cut, number 25 of sixty
sum += await Promise.resolve(26); // padding that makes the module long enough to be cut, number 26 of sixty
sum += await Promise.resolve(27); // padding that makes the module long enough to be cut, number 27 of sixty
sum += await Promise.resolve(28); // padding that makes the module long enough to be cut, number 28 of sixty
sum += await Promise.resolve(29); // padding that makes the module long enough to be cut, number 29 of sixty
sum += await Promise.resolve(30); // padding that makes the module long enough to be cut, number 30 of sixty
sum += await Promise.resolve(31); // padding that makes the module long enough to be cut, number 31 of sixty
sum += await Promise.resolve(32); // padding that makes the module long enough to be cut, number 32 of sixty
sum += await Promise.resolve(33); // padding that makes the module long enough to be cut, number 33 of sixty
sum += await Promise.resolve(34); // padding that makes the module long enough to be cut, number 34 of sixty
sum += await Promise.resolve(35); // padding that makes the module long enough to be cut, number 35 of sixty
sum += await Promise.resolve(36); // padding that makes the module long enough to be cut, number 36 of sixty
sum += await Promise.resolve(37); // padding that makes the module long enough to be cut, number 37 of sixty
sum += await Promise.resolve(38); // padding that makes the module long enough to be cut, number 38 of sixty
sum += await Promise.resolve(39); // padding that makes the module long enough to be cut, number 39 of sixty
sum += await Promise.resolve(40); // padding that makes the module long enough to be cut, number 40 of sixty
sum += await Promise.resolve(41); // padding that makes the module long enough to be cut, number 41 of sixty
sum += await Promise.resolve(42); // padding that makes the module long enough to be cut, number 42 of sixty
sum += await Promise.resolve(43); // padding that makes the module long enough to be cut, number 43 of sixty
sum += await Promise.resolve(44); // padding that makes the module long enough to be cut, number 44 of sixty
sum += await Promise.resolve(45); // padding that makes the module long enough to be cut, number 45 of sixty
sum += await Promise.resolve(46); // padding that makes the module long enough to be cut, number 46 of sixty
sum += await Promise.resolve(47); // padding that makes the module long enough to be cut, number 47 of sixty
sum += await Promise.resolve(48); // padding that makes the module long enough to be cut, number 48 of sixty
sum += await Promise.resolve(49); // padding that makes the module long enough to be cut, number 49 of sixty
sum += await Promise.resolve(50); // padding that makes the module long enough to be cut, number 50 of sixty
sum += await Promise.resolve(51); // padding that makes the module long enough to be cut, number 51 of sixty
sum += await Promise.resolve(52); // padding that makes the module long enough to be cut, number 52 of sixty
sum += await Promise.resolve(53); // padding that makes the module long enough to be cut, number 53 of sixty
sum += await Promise.resolve(54); // padding that makes the module long enough to be cut, number 54 of sixty
sum += await Promise.resolve(55); // padding that makes the module long enough to be cut, number 55 of sixty
sum += await Promise.resolve(56); // padding that makes the module long enough to be cut, number 56 of sixty
sum += await Promise.resolve(57); // padding that makes the module long enough to be cut, number 57 of sixty
sum += await Promise.resolve(58); // padding that makes the module long enough to be cut, number 58 of sixty
sum += await Promise.resolve(59); // padding that makes the module long enough to be cut, number 59 of sixty
sum += await Promise.resolve(60); // padding that makes the module long enough to be cut, number 60 of sixty
export function late() {
  return sum;
}

vmExport(1, () => {
  print(late()); // expect: 1830
});
