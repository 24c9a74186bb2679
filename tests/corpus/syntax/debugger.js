// `debugger` does nothing.
const print = vmImport(1);
debugger;

vmExport(1, () => {
  let count = 0;
  for (let i = 0; i < 3; i++) {
    if (i === 1) debugger;
    else count++;
  }
  label: debugger;
  print(count); // expect: 2
});
