// What shares the memory of bytes: views, the buffer, and typed arrays over it.
const print = vmImport(1);

vmExport(1, () => {
  const bytes = new Uint8Array([1, 2, 3, 4]);
  const tail = bytes.subarray(-3, -1);
  print(tail.join()); // expect: 2,3
  tail[0] = 9;
  bytes[2] = 8;
  print(bytes.join() + ' ' + tail.join()); // expect: 1,9,8,4 9,8
  print(tail.byteOffset + ' ' + tail.byteLength + ' ' + tail.length); // expect: 1 2 2
  print(tail.buffer === bytes.buffer && bytes.buffer === bytes.buffer); // expect: true
  print(bytes.buffer.byteLength); // expect: 4
  const words = new Uint16Array(bytes.buffer);
  print(words.join()); // expect: 2305,1032
  words[1] = 65535;
  print(bytes.join()); // expect: 1,9,255,255
  print(new Int8Array(bytes.buffer, 1, 2).join()); // expect: 9,-1
  const part = tail.subarray(1);
  part[0] = 5;
  print(bytes.join() + ' ' + part.byteOffset); // expect: 1,9,5,255 2
  bytes.set(bytes.subarray(0, 3), 1);
  print(bytes.join()); // expect: 1,1,9,5
});
