// What inherits from a typed array inherits its elements.
const print = vmImport(1);

vmExport(1, () => {
  for (const array of [new Int16Array([1, 2]), new Uint8Array([3, 4])]) {
    const heir = Object.create(array);
    print([heir[0], heir[5] === undefined, 1 in heir, 4 in heir].join());
    // expect: 1,true,true,false
    // expect: 3,true,true,false
  }
});
