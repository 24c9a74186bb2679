// Faults carry a name and a message even where the script never mentions their classes.
const print = vmImport(1);

function caught(f) {
  try {
    f();
  } catch (e) {
    return e;
  }
}

function run() {
  const faults = [
    caught(() => undefined.x),
    caught(() => { const c = 1; c = 2; }),
    caught(() => missing),
    caught(() => { [].length = -1; }),
  ];
  for (let i = 0; i < faults.length; i++) {
    const e = faults[i];
    print(e.name + ' ' + typeof e + ' ' + typeof e.message + ' ' + (e.message.length > 0));
  }
  // expect: TypeError object string true
  // expect: TypeError object string true
  // expect: ReferenceError object string true
  // expect: RangeError object string true
  print(faults[0] === faults[1]); // expect: false
  faults[0].extra = 'mine';
  print(faults[0].extra); // expect: mine
  print(faults[1].extra === undefined); // expect: true
}

vmExport(1, run);
