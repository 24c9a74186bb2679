// Arrays of arrays, shared and separate rows.
const print = vmImport(1);

function run() {
  const m = [];
  for (let i = 0; i < 4; i++) {
    m[i] = [];
    for (let j = 0; j < 4; j++) m[i][j] = i * j;
  }
  print(m[3][2] + m[2][3]); // expect: 12
  m[1][1] += 10;
  m[2][2]++;
  let trace = 0;
  for (let i = 0; i < 4; i++) trace += m[i][i];
  print(trace); // expect: 25
  const row = [0, 0];
  const shared = [row, row];
  shared[0][1] = 'seen twice';
  print(shared[1][1]); // expect: seen twice
  const p = [[1, 2], [3, 4]], q = [[5, 6], [7, 8]];
  const r = [[0, 0], [0, 0]];
  for (let i = 0; i < 2; i++) {
    for (let j = 0; j < 2; j++) {
      for (let k = 0; k < 2; k++) r[i][j] += p[i][k] * q[k][j];
    }
  }
  print(r[0][0] + ' ' + r[0][1] + ' ' + r[1][0] + ' ' + r[1][1]); // expect: 19 22 43 50
}

vmExport(1, run);
