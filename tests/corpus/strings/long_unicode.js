// A long text of two-, three- and four-byte characters.
const print = vmImport(1);

function run() {
  let s = '';
  for (let i = 0; i < 25; i++) s += 'aé€😀';
  print(s.length); // expect: 125
  let pairs = 0;
  let wrong = 0;
  for (let i = 0; i < s.length; i++) {
    const at = i % 5;
    if (at === 0 && s[i] !== 'a') wrong++;
    if (at === 1 && s[i] !== 'é') wrong++;
    if (at === 2 && s[i] !== '€') wrong++;
    if (at === 3 && s[i] + s[i + 1] === '😀') pairs++;
  }
  print(pairs); // expect: 25
  print(wrong); // expect: 0
}

vmExport(1, run);
