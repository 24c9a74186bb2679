// Each type of elements stores a number as it can: modulo its range, clamped, or rounded.
const print = vmImport(1);
const numbers = [1, -1, 127.9, -128.5, 255, 256, 32768, -32769, 2147483648, 4294967295, 4294967297, 1e21, NaN, '7', null, true, undefined];

vmExport(1, () => {
  const show = (type) => print(new type(numbers).join());
  show(Int8Array); // expect: 1,-1,127,-128,-1,0,0,-1,0,-1,1,0,0,7,0,1,0
  show(Uint8Array); // expect: 1,255,127,128,255,0,0,255,0,255,1,0,0,7,0,1,0
  show(Uint8ClampedArray); // expect: 1,0,128,0,255,255,255,0,255,255,255,255,0,7,0,1,0
  show(Int16Array); // expect: 1,-1,127,-128,255,256,-32768,32767,0,-1,1,0,0,7,0,1,0
  show(Uint16Array); // expect: 1,65535,127,65408,255,256,32768,32767,0,65535,1,0,0,7,0,1,0
  show(Int32Array); // expect: 1,-1,127,-128,255,256,32768,-32769,-2147483648,-1,1,-559939584,0,7,0,1,0
  show(Uint32Array);
  // expect: 1,4294967295,127,4294967168,255,256,32768,4294934527,2147483648,4294967295,1,3735027712,0,7,0,1,0
  show(Float32Array);
  // expect: 1,-1,127.9000015258789,-128.5,255,256,32768,-32769,2147483648,4294967296,4294967296,1.0000000200408773e+21,NaN,7,0,1,NaN
  show(Float64Array);
  // expect: 1,-1,127.9,-128.5,255,256,32768,-32769,2147483648,4294967295,4294967297,1e+21,NaN,7,0,1,NaN
  const clamped = new Uint8ClampedArray([0.5, 1.5, 2.5, 0.49, 254.5, 254.51, 255.4, -0.5, Infinity, -Infinity, 1e-300]);
  print(clamped.join()); // expect: 0,2,2,0,254,255,255,0,255,0,0
  const floats = new Float32Array(9);
  [0.1, 1e-45, 7e-46, 1e-40, 3.4028235e38, 3.4028236e38, -1e300, 16777217, 5e-324].forEach((x, i) => (floats[i] = x));
  print(floats[0] + ' ' + floats[1] + ' ' + floats[2]); // expect: 0.10000000149011612 1.401298464324817e-45 0
  print(floats[3] + ' ' + floats[4]); // expect: 9.99994610111476e-41 3.4028234663852886e+38
  print(floats[5] + ' ' + floats[6] + ' ' + floats[7] + ' ' + floats[8]);
  // expect: Infinity -Infinity 16777216 0
  print(1 / new Float32Array([-0])[0] + ' ' + 1 / new Float64Array([-0])[0] + ' ' + 1 / new Int8Array([-0])[0]);
  // expect: -Infinity -Infinity Infinity
});
