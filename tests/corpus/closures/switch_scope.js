// The cases of a switch share one environment per entry of the switch.
const print = vmImport(1);

function enter(at, fs) {
  switch (at) {
    case 0:
      let n = 1;
      fs.push(() => n++);
    case 1:
      fs.push(() => n * 10);
      break;
    default:
      let text = 'default' + at;
      fs.push(() => text);
  }
}

function run() {
  const fs = [];
  enter(0, fs);
  fs[0]();
  print(fs[1]()); // expect: 20

  // A second entry has its own variables; this one jumps over the declaration.
  enter(1, fs);
  try {
    fs[2]();
  } catch (e) {
    print(e.name); // expect: ReferenceError
  }
  enter(2, fs);
  enter(3, fs);
  print(fs[3]() + fs[4]()); // expect: default2default3
  print(fs[1]()); // expect: 20
}

vmExport(1, run);
