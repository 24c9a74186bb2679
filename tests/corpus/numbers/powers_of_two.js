// Every third power of two from the smallest to the largest prints as text that reads back as itself.
const print = vmImport(1);

function run() {
  let x = 5e-324;
  let wrong = 0;
  let count = 0;
  let digits = 0;
  while (x < Infinity) {
    const text = '' + x;
    if (+text !== x) wrong++;
    digits += text.length;
    count++;
    x *= 8;
  }
  print(count); // expect: 700
  print(wrong); // expect: 0
  print(digits); // expect: 14952
}

vmExport(1, run);
