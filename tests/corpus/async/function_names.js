// The functions that settle a promise have no names.
// call: 1
const print = vmImport(1);
vmExport(1, () => {
  const names = [];
  new Promise((resolve, reject) => {
    names.push(resolve.name, reject.name, resolve.length, reject.length, 'prototype' in resolve, Object.hasOwn(reject, 'name'));
  });
  print(names.join()); // expect: ,,1,1,false,true
});
