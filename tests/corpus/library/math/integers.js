// Math.imul and clz32.
const print = vmImport(1);

vmExport(1, () => {
  print(Math.imul(3, 4)); // expect: 12
  print(Math.imul(0xffffffff, 5)); // expect: -5
  print(Math.imul(0x7fffffff, 0x7fffffff)); // expect: 1
  print(Math.imul(-5, 12)); // expect: -60
  print(Math.imul(123456789, 987654321)); // expect: -67153019
  print(Math.imul(2.9, '3')); // expect: 6
  print(Math.imul()); // expect: 0
  print(Math.clz32(0)); // expect: 32
  print(Math.clz32(1)); // expect: 31
  print(Math.clz32(0x80000000)); // expect: 0
  print(Math.clz32(-1)); // expect: 0
  print(Math.clz32(255.9)); // expect: 24
  print(Math.clz32(NaN)); // expect: 32
});
