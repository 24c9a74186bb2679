// String.prototype.indexOf, lastIndexOf, includes, startsWith and endsWith.
const print = vmImport(1);

vmExport(1, () => {
  const text = 'banana';
  print(text.indexOf('an')); // expect: 1
  print(text.indexOf('an', 2)); // expect: 3
  print(text.indexOf('x')); // expect: -1
  print(text.indexOf('')); // expect: 0
  print(text.indexOf('', 3)); // expect: 3
  print(text.indexOf('', 99)); // expect: 6
  print(text.indexOf('a', -5)); // expect: 1
  print(text.indexOf('bananas')); // expect: -1
  print(text.lastIndexOf('an')); // expect: 3
  print(text.lastIndexOf('an', 2)); // expect: 1
  print(text.lastIndexOf('a', 0)); // expect: -1
  print(text.lastIndexOf('b', -1)); // expect: 0
  print(text.lastIndexOf('')); // expect: 6
  print(text.lastIndexOf('', 2)); // expect: 2
  print(text.lastIndexOf('n', NaN)); // expect: 4
  print(text.lastIndexOf('x')); // expect: -1
  print(text.includes('nan')); // expect: true
  print(text.includes('nan', 3)); // expect: false
  print(text.includes('')); // expect: true
  print(text.startsWith('ba')); // expect: true
  print(text.startsWith('an', 1)); // expect: true
  print(text.startsWith('', 99)); // expect: true
  print(text.startsWith('banana!')); // expect: false
  print(text.endsWith('na')); // expect: true
  print(text.endsWith('an', 4)); // expect: false
  print(text.endsWith('')); // expect: true
  print(text.endsWith('a', 0)); // expect: false
  print('null undefined'.indexOf(undefined)); // expect: 5
  print('null undefined'.includes(null)); // expect: true
  print('x1y'.indexOf(1)); // expect: 1
  print('😀a😀'.indexOf('a')); // expect: 2
  print('😀a😀'.lastIndexOf('😀')); // expect: 3
  print('😀'.indexOf('\ude00')); // expect: 1
});
