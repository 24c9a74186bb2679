// Half a pair is a character like any other.
const print = vmImport(1);

function run() {
  const h = '\ud800', l = '\udfff';
  print(h === '\ud800' && h !== '\ud801' && h !== '\ufffd'); // expect: true
  print(h < l); // expect: true
  const s = 'a' + h + 'b' + l + 'c';
  print(s.length); // expect: 5
  print(s[1] === h && s[3] === l && s[2] + s[4] === 'bc'); // expect: true
  const o = {};
  o[h] = 'high';
  o[l] = 'low';
  print(o['\ud800'] + o['\udfff']); // expect: highlow
  // Taken out of a pair and put back.
  const pair = '😀';
  const swapped = pair[1] + pair[0];
  print(swapped.length); // expect: 2
  print(swapped[1] + swapped[0] === pair); // expect: true
  print(swapped !== pair); // expect: true
  // Three highs and a low: only the last two fuse.
  const t = h + h + h + '\udc00';
  print(t.length); // expect: 4
  print(t === '\ud800\ud800\u{10000}'); // expect: true
}

vmExport(1, run);
