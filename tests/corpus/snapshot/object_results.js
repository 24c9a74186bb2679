// Arrays and objects as results and arguments of print.
// device: skip — prints objects
const print = vmImport(1);

const config = { name: 'device', pins: [1, 2, [3]], nested: { on: true, off: null }, ratio: 0.5 };

vmExport(1, () => {
  print(config.pins); // expect: [1,2,[3]]
  print([]); // expect: []
  print({}); // expect: {}
  print([undefined, null, NaN, -0, () => 1]); // expect: [null,null,null,0,null]
  print({ gone: undefined, f() {}, kept: 1 }); // expect: {"kept":1}
  print([1, , 3]); // expect: [1,null,3]
  print(['"', '\\', 'a\nb', '\t\b\f\r', '\x01', 'é😀', '\ud800']); // expect: ["\"","\\","a\nb","\t\b\f\r","\u0001","é😀","\ud800"]
  return config; // expect: => {"name":"device","pins":[1,2,[3]],"nested":{"on":true,"off":null},"ratio":0.5}
});
