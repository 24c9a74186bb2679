// Labelled continue out of nested loops keeps each loop's own variables.
const print = vmImport(1);

function run() {
  const fs = [];
  rows: for (let i = 0; i < 3; i++) {
    const base = i * 100;
    columns: for (let j = 0; j < 3; j++) {
      let value = base + j;
      fs.push(() => value++ + ':' + i + j);
      if (j === i) continue rows;
      for (let k = 0; ; k++) {
        if (k === 2) continue columns;
        value += 10;
      }
    }
  }
  print(fs.length); // expect: 6
  print(fs[0]()); // expect: 0:00
  print(fs[1]()); // expect: 120:10
  print(fs[2]()); // expect: 101:11
  print(fs[4]()); // expect: 221:21
  print(fs[5]()); // expect: 202:22
  print(fs[5]()); // expect: 203:22
}

vmExport(1, run);
