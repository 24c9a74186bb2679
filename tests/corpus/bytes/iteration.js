// Bytes are iterated, spread, taken apart and listed like arrays.
const print = vmImport(1);
const bytes = new Uint8Array([10, 20, 30]);

vmExport(1, () => {
  let text = '';
  for (const byte of bytes) text += byte + ';';
  print(text); // expect: 10;20;30;
  print(Math.max(...bytes)); // expect: 30
  print([0, ...bytes].length); // expect: 4
  const [first, ...rest] = bytes;
  print(first + rest.length + (rest instanceof Array ? 'array' : 'bytes')); // expect: 12array
  print(Object.keys(bytes).join()); // expect: 0,1,2
  text = '';
  for (const key in bytes) text += key;
  print(text); // expect: 012
  print(JSON.stringify(bytes)); // expect: {"0":10,"1":20,"2":30}
  print(`${bytes}`); // expect: 10,20,30
  print(Array.from(bytes).concat([1]).join('-')); // expect: 10-20-30-1
});
