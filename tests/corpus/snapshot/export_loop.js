// One function exported three times, each with its own variable.
// call: 1
// call: 2
// call: 3
for (let i = 1; i <= 3; i++) vmExport(i, () => 41 + i);
// expect: => 42
// expect: => 43
// expect: => 44
