// Array.prototype.join and toString: separators, nullish elements, nested arrays.
const print = vmImport(1);

vmExport(1, () => {
  print([1, 2, 3].join()); // expect: 1,2,3
  print([1, 2, 3].join('')); // expect: 123
  print([1, 2, 3].join(' - ')); // expect: 1 - 2 - 3
  print([1, null, undefined, , true, -0, 1.5].join()); // expect: 1,,,,true,0,1.5
  print([1, 2].join(undefined)); // expect: 1,2
  print([1, 2].join(null)); // expect: 1null2
  print([1, 2].join(0)); // expect: 102
  print(`<${[].join('x')}>`); // expect: <>
  print(`<${[undefined].join('x')}>`); // expect: <>
  print([1, 2, 3].toString()); // expect: 1,2,3
  print(['a', 'b'].toString()); // expect: a,b
  print([1, 2].toLocaleString()); // expect: 1,2
});
