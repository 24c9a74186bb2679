// Keys that are numbers in canonical form mean elements, or nothing (ECMAScript 10.4.5); others are ordinary.
const print = vmImport(1);

vmExport(1, () => {
  const check = (array) => {
    array[1] = 5;
    for (const key of ['3', '-0', '-1', '1.5', 'Infinity', 'NaN', '1e+30']) array[key] = 7;
    array[-1] = array[0.5] = array[NaN] = 7;
    print(array.join() + ' ' + Object.keys(array).join());
    print([array[3], array['-1'], array['1.5'], array[-0], array['-0']].map(String).join());
    print(['1', 3, '-0', '1.5', 'length', 'x'].map((key) => key in array).join());
    array['01'] = 1;
    array['+1'] = 2;
    array.x = 3;
    array['1e3'] = 4;
    const symbol = Symbol('s');
    array[symbol] = 5;
    print(Object.keys(array).join() + ' ' + array['01'] + array['+1'] + array.x + array['1e3'] + array[symbol]);
  };
  check(new Int16Array(3));
  // expect: 0,5,0 0,1,2
  // expect: undefined,undefined,undefined,0,undefined
  // expect: true,false,false,false,true,false
  // expect: 0,1,2,01,+1,x,1e3 12345
  check(new Uint8Array(3));
  // expect: 0,5,0 0,1,2
  // expect: undefined,undefined,undefined,0,undefined
  // expect: true,false,false,false,true,false
  // expect: 0,1,2,01,+1,x,1e3 12345
  check(new (class extends Float64Array {})(3));
  // expect: 0,5,0 0,1,2
  // expect: undefined,undefined,undefined,0,undefined
  // expect: true,false,false,false,true,false
  // expect: 0,1,2,01,+1,x,1e3 12345
});
