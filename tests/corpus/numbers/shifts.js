// Shift counts are taken modulo 32; >>> gives unsigned numbers.
const print = vmImport(1);

function run() {
  const one = 1, m = -1;
  print(one << 12); // expect: 4096
  print(one << 13); // expect: 8192
  print(one << 30); // expect: 1073741824
  print(one << 31); // expect: -2147483648
  print(one << 32); // expect: 1
  print(one << 33); // expect: 2
  print(one << -1); // expect: -2147483648
  print(3 << 31); // expect: -2147483648
  print(8191 << 1); // expect: 16382
  print(m << 13); // expect: -8192
  print(m << 14); // expect: -16384
  print(m >> 31); // expect: -1
  print(m >>> 0); // expect: 4294967295
  print(m >>> 1); // expect: 2147483647
  print(m >>> 31); // expect: 1
  print(m >>> 32); // expect: 4294967295
  print(m >>> 19); // expect: 8191
  print(m >>> 18); // expect: 16383
  print(-8192 >> 1); // expect: -4096
  print(-5 >> 1); // expect: -3
  print(-5 >>> 28); // expect: 15
  print(2147483648 >> 0); // expect: -2147483648
  print(2147483648 >>> 0); // expect: 2147483648
  print(4294967295 >> 4); // expect: -1
  print(4294967296 >>> 0); // expect: 0
  print(5.9 >> 1.9); // expect: 2
  print(-5.9 >>> 0); // expect: 4294967291
  print('8' >> '2'); // expect: 2
  print(1 << 4294967297); // expect: 2
  let x = 1;
  x <<= 5;
  x >>= 2;
  x >>>= 1;
  print(x); // expect: 4
  let y = -1;
  y >>>= 0;
  print(y); // expect: 4294967295
}

vmExport(1, run);
