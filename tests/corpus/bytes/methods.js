// Uint8Array.prototype: what makes an array makes bytes.
const print = vmImport(1);
const show = (bytes) => print(bytes instanceof Uint8Array ? bytes.join(' ') : 'no bytes');

vmExport(1, () => {
  const bytes = new Uint8Array([3, 1, 200, 2]);
  show(bytes.map((x) => x * 2)); // expect: 6 2 144 4
  show(bytes.filter((x) => x > 2)); // expect: 3 200
  show(bytes.slice(1, -1)); // expect: 1 200
  show(bytes.slice()); // expect: 3 1 200 2
  show(bytes.toSorted()); // expect: 1 2 3 200
  show(bytes.toReversed()); // expect: 2 200 1 3
  show(bytes.with(0, 257)); // expect: 1 1 200 2
  show(bytes); // expect: 3 1 200 2
  show(bytes.sort((a, b) => b - a)); // expect: 200 3 2 1
  show(bytes.reverse()); // expect: 1 2 3 200
  show(bytes.fill(9, 1, 3)); // expect: 1 9 9 200
  show(bytes.copyWithin(0, 2)); // expect: 9 200 9 200
  bytes.set([1, 2], 2);
  show(bytes); // expect: 9 200 1 2
  bytes.set(bytes.slice(0, 2), 1);
  show(bytes); // expect: 9 9 200 2
  print(bytes.at(-1) + bytes.indexOf(200) + bytes.lastIndexOf(9)); // expect: 5
  print(bytes.includes(2) && !bytes.includes(3)); // expect: true
  print(bytes.every((x) => x > 1) && bytes.some((x) => x > 100)); // expect: true
  print(bytes.find((x) => x > 9) + bytes.findIndex((x) => x > 9)); // expect: 202
  print(bytes.findLast((x) => x > 9) + bytes.findLastIndex((x) => x > 9)); // expect: 202
  print(bytes.reduce((a, x) => a + x, 0) + bytes.reduceRight((a, x) => a + x)); // expect: 440
  let seen = '';
  bytes.forEach((x, i) => (seen += i + ':' + x + ' '));
  print(seen.trim()); // expect: 0:9 1:9 2:200 3:2
  print(bytes.toString()); // expect: 9,9,200,2
  print(bytes.push === undefined); // expect: true
});
