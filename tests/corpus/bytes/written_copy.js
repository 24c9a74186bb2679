// Bytes made before the snapshot are themselves when they are written: all who hold them see it.
const print = vmImport(1);
const table = new Uint8Array(300);
for (let i = 0; i < 300; i++) table[i] = i;
const holder = { bytes: table };
const unwritten = new Uint8Array([1, 2, 3]);

vmExport(1, () => {
  const before = table[299];
  holder.bytes[299] = 1;
  print(before + ' ' + table[299] + ' ' + table[298]); // expect: 43 1 42
  print(holder.bytes === table); // expect: true
  let sum = 0;
  for (let i = 0; i < table.length; i++) sum += table[i];
  print(sum); // expect: 33544
  print(unwritten[0] + unwritten[1] + unwritten[2]); // expect: 6
  let list = [];
  for (let i = 0; i < 20; i++) list.push(new Uint8Array(i));
  for (let i = 0; i < 20; i++) if (i > 0) list[i][i - 1] = i;
  sum = 0;
  for (let i = 1; i < 20; i++) sum += list[i][i - 1] + list[i].length;
  print(sum); // expect: 380
});
