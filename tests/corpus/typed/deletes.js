// Elements can't be deleted; what isn't there can.
const print = vmImport(1);

vmExport(1, () => {
  const check = (array) => {
    array.x = 3;
    try {
      print(delete array[1]);
    } catch (e) {
      print(e.name);
    }
    print([delete array[3], delete array['-0'], delete array['1.5'], delete array.x, 'x' in array, array[1]].join());
  };
  check(new Int16Array(3));
  // expect: TypeError
  // expect: true,true,true,true,false,0
  check(new Uint8Array(3));
  // expect: TypeError
  // expect: true,true,true,true,false,0
});
