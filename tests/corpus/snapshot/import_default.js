// The default of an import is for hosts which lack it; import 1 is there.
const out = vmImport(1, () => 'never called');
const same = vmImport(1);
const none = vmImport(9, (x) => x + 1);
const atBuildTime = none(1);

vmExport(1, () => {
  out('printed'); // expect: printed
  out(atBuildTime); // expect: 2
  same('again'); // expect: again
});
