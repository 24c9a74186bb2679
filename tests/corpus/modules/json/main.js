// A JSON file is a module whose default export is its value, with the attribute that says so.
import table, { default as again } from './table.json' with { type: 'json' };
const print = vmImport(1);

vmExport(1, () => {
  print(table.name); // expect: again
  print(table.values.join()); // expect: 2,3,5,7
  print(table === again); // expect: true
  print(table.none); // expect: null
  print(Object.keys(table).join()); // expect: 1,name,values,none,__proto__
  print(Object.getPrototypeOf(table) === Object.prototype); // expect: true
});
