// Integer keys come first, in order of size, then names in the order they were added.
// device: skip — prints an object
// call: 1
// call: 2
vmExport(1, () => {
  const o = { b: 1, 2: 'two', a: 2 };
  o[10] = 'ten';
  o.c = { x: [1, 'y', null] };
  o[1] = 'one';
  delete o.b;
  o.b = 'again';
  return o; // expect: => {"1":"one","2":"two","10":"ten","a":2,"c":{"x":[1,"y",null]},"b":"again"}
});
vmExport(2, () => {
  return { z: 1, y: 2.5, x: 'q"', w: true }; // expect: => {"z":1,"y":2.5,"x":"q\"","w":true}
});
