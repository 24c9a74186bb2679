// Values pass between host and script as they are.
// call: 1
// call: 1(null)
// call: 1(true, 5, 8192.5, "text")
// call: 2(1, 2)
// call: 2("a", 1)
// call: 2(0.1, 0.2)
// call: 3(-8193)
// call: 3("é😀")
// call: 4
// call: 5
// call: 6(2147483648)
vmExport(1, (a, b, c, d) => typeof a + ' ' + typeof b + ' ' + c + ' ' + d);
vmExport(2, (a, b) => a + b);
vmExport(3, (x) => x);
vmExport(4, () => null);
vmExport(5, () => {});
vmExport(6, (x) => x === 65536 * 32768);
// expect: => "undefined undefined undefined undefined"
// expect: => "object undefined undefined undefined"
// expect: => "boolean number 8192.5 text"
// expect: => 3
// expect: => "a1"
// expect: => 0.30000000000000004
// expect: => -8193
// expect: => "é😀"
// expect: => null
// expect: => true
