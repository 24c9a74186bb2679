// A choice made at build time costs nothing afterwards: what wasn't chosen isn't in the image.

const FAHRENHEIT = false;

const celsius = tenths => `${tenths / 10} C`;
const fahrenheit = tenths => `${(tenths * 18 + 3200) / 100} F`;
const format = FAHRENHEIT ? fahrenheit : celsius;

const print = vmImport(1);
vmExport(1, tenths => print(format(tenths)));
