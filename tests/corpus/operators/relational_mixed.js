// < and friends: two strings compare as text, anything else as numbers.
const print = vmImport(1);

function run() {
  print('10' < '9'); // expect: true
  print('10' < 9); // expect: false
  print(10 < '9'); // expect: false
  print('a' < 'b'); // expect: true
  print('a' < 1 || 'a' >= 1); // expect: false
  print(null < 1); // expect: true
  print(null >= 0); // expect: true
  print(null > 0); // expect: false
  print(undefined < 1 || undefined >= 0 || undefined <= undefined); // expect: false
  print(true > false); // expect: true
  print(true >= '1'); // expect: true
  print('' < 1); // expect: true
  print('abc' < 'abcd'); // expect: true
  print('' < 'a'); // expect: true
  print('Z' < 'a'); // expect: true
  print(3 > 2 > 1); // expect: false
  print(1 < 2 < 3); // expect: true
  print('8192' > 8191.5); // expect: true
}

vmExport(1, run);
