// expect-error: `import()` of a computed name
// expect-error: import attributes
// Modules are found when the program is built.
const name = './nowhere.js';
vmExport(1, () => import(name));
vmExport(2, () => import('./nowhere.js', { with: { type: 'text' } }));
