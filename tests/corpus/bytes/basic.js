// A Uint8Array holds bytes: index, length, conversion of what is stored, no holes and no growth.
const print = vmImport(1);
const captured = new Uint8Array(4);
captured[1] = 7;
const empty = new Uint8Array();

vmExport(1, () => {
  const made = new Uint8Array(3);
  print(made.length + captured.length + empty.length); // expect: 7
  print(made[0] + made[1] + made[2]); // expect: 0
  print(captured[1]); // expect: 7
  print(made[3] === undefined && made[-1] === undefined && empty[0] === undefined); // expect: true
  made[0] = 256 + 5;
  made[1] = -1;
  made[2] = '17';
  print(made[0] + ' ' + made[1] + ' ' + made[2]); // expect: 5 255 17
  made[2] = 3.99;
  print(made[2]); // expect: 3
  made[2] = NaN;
  made[1] = undefined;
  made[0] = true;
  print(made[0] + ' ' + made[1] + ' ' + made[2]); // expect: 1 0 0
  made[2] = 4294967296 * 8 + 9;
  print(made[2]); // expect: 9
  made[3] = 1;
  print(made.length + ' ' + made[3]); // expect: 3 undefined
  captured[0] = 1;
  captured[3] += 200;
  captured[3] += 100;
  captured[1]++;
  print(captured[0] + ' ' + captured[1] + ' ' + captured[2] + ' ' + captured[3]); // expect: 1 8 0 44
  print(typeof made); // expect: object
  print(Array.isArray(made)); // expect: false
  print(made instanceof Uint8Array); // expect: true
  print(2 in made && !(3 in made)); // expect: true
  print(made === made && made !== captured); // expect: true
  made.length = 5;
});
// expect-uncaught: TypeError
