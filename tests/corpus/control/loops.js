// while, do-while and every form of for.
const print = vmImport(1);

function run() {
  let n = 3;
  let s = '';
  while (n) s += n--;
  print(s); // expect: 321
  while (false) s = 'never';
  do s += '!'; while (s.length < 6);
  print(s); // expect: 321!!!
  do { n++; } while (false)
  print(n); // expect: 1

  for (;;) {
    if (++n > 5) break;
  }
  print(n); // expect: 6
  for (; n > 3; ) n--;
  print(n); // expect: 3
  for (n = 10; ; n++) {
    if (n === 12) break;
  }
  print(n); // expect: 12
  let out = '';
  for (let i = 0, j = 9; i < j; i += 2, j--) out += i + '' + j + ' ';
  print(out + '.'); // expect: 09 28 47 .
  for (var k = 0; k < 5; k++);
  print(k); // expect: 5
  const a = [];
  for (a.length = 2; a.length < 5; a.push(0));
  print(a.length); // expect: 5

  // The condition is computed once more than the body.
  let conditions = 0;
  let bodies = 0;
  for (let i = 0; conditions++, i < 4; i++) bodies++;
  print(conditions + ' ' + bodies); // expect: 5 4
}

vmExport(1, run);
