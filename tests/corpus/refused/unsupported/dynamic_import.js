// expect-error: `import()` of a computed name
// Modules are found when the program is built.
const name = './nowhere.js';
vmExport(1, () => import(name));
