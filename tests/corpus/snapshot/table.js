// A table computed while building, read after it.
const print = vmImport(1);

const squares = [];
for (let i = 0; i < 50; i++) squares.push(i * i);
const sizes = { small: [], large: [] };
for (let i = 0; i < 10; i++) {
  sizes.small.push(i - 5);
  sizes.large.push(8000 + i * 100);
}
const mixed = [];
for (let i = 0; i < 6; i++) mixed.push(i % 2 ? i * 1000000 : i / 4);

function run() {
  print(squares[7] + squares[49]); // expect: 2450
  let sum = 0;
  for (let i = 0; i < squares.length; i++) sum += squares[i];
  print(sum); // expect: 40425
  print(sizes.small[0] + ' ' + sizes.small[9]); // expect: -5 4
  print(sizes.large[1] + ' ' + sizes.large[2] + ' ' + sizes.large[9]); // expect: 8100 8200 8900
  print(mixed[2] + ' ' + mixed[5] + ' ' + mixed[4]); // expect: 0.5 5000000 1
  print(squares[50] === undefined); // expect: true
}

vmExport(1, run);
