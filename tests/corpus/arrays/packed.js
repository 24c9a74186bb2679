// Arrays of integers lie in an image as narrow as their elements are; what they hold doesn't change.
const print = vmImport(1);

const tables = [
  [0, 127, 200, 255],
  [-128, 0, 5, 127],
  [0, 256, 40000, 65535],
  [-32768, 0, 300, 32767],
  [-2147483648, 0, 70000, 2147483647],
];

vmExport(1, () => {
  for (const table of tables) print(table.join());
  // expect: 0,127,200,255
  // expect: -128,0,5,127
  // expect: 0,256,40000,65535
  // expect: -32768,0,300,32767
  // expect: -2147483648,0,70000,2147483647
});
