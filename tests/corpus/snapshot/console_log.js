// console is an object like others: its log can be an import.
console.log = vmImport(1);
const log = console.log;

vmExport(1, () => {
  console.log('by console'); // expect: by console
  log('by variable'); // expect: by variable
  console.log(1 + 1); // expect: 2
  console.mine = 'mine';
  console.log(console.mine); // expect: mine
});
