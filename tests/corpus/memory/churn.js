// Much garbage beside little that lives.
const print = vmImport(1);

const live = [];
for (let i = 0; i < 10; i++) live.push({ id: i, text: 'live' + i });

function run() {
  const local = { kept: [1, 2, 3] };
  for (let i = 0; i < 3000; i++) {
    const garbage = { i, list: [i, i + 0.5], text: 'g' + i };
    if (i % 300 === 0) live[(i / 300) % 10] = garbage;
    local.kept[i % 3] = garbage.list;
  }
  let s = '';
  for (let i = 0; i < 10; i++) s += live[i].text + ' ';
  print(s + '.'); // expect: g0 g300 g600 g900 g1200 g1500 g1800 g2100 g2400 g2700 .
  print(local.kept[0][0] + local.kept[1][1] + local.kept[2][0]); // expect: 8994.5
}

vmExport(1, run);
