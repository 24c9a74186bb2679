// What no export reaches isn't needed: neither functions, nor data, nor imports.
const print = vmImport(1);

const sensor = vmImport(7, () => 21);
const calibration = sensor() * 2;
const onlyForBuilding = [];
for (let i = 0; i < 100; i++) onlyForBuilding.push({ i, text: 'unused' + i });
function unused() {
  return sensor() + onlyForBuilding.length;
}
const sum = unused();

function run() {
  print(calibration); // expect: 42
  print(sum); // expect: 121
}

vmExport(1, run);
