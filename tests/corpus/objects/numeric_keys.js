// A number as key is its text.
const print = vmImport(1);

function run() {
  const o = {};
  o[1] = 'one';
  print(o['1']); // expect: one
  o['2'] = 'two';
  print(o[2]); // expect: two
  print(1 in o && '1' in o); // expect: true
  print(o['01'] === undefined && o['1.0'] === undefined && o['+1'] === undefined); // expect: true
  o[1.5] = 'f';
  print(o['1.5']); // expect: f
  o[-1] = 'minus';
  print(o['-1']); // expect: minus
  o[-0] = 'zero';
  print(o['0'] + (o['-0'] === undefined)); // expect: zerotrue
  o[8192] = 'a';
  o[65536] = 'b';
  o[2147483648] = 'c';
  o[4294967295] = 'd';
  o[9007199254740992] = 'e';
  print(o['8192'] + o['65536'] + o['2147483648'] + o['4294967295'] + o['9007199254740992']); // expect: abcde
  o[1e21] = 'g';
  print(o['1e+21']); // expect: g
  o[NaN] = 'n';
  o[Infinity] = 'i';
  print(o.NaN + o.Infinity); // expect: ni
  o[4096 * 2] += '!';
  print(o[8192]); // expect: a!
  print(delete o['1'] && !(1 in o)); // expect: true
}

vmExport(1, run);
