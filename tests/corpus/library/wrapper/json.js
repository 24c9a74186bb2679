// Objects around primitives are written as what they convert to.
const print = vmImport(1);

vmExport(1, () => {
  const number = new Number(5);
  print(JSON.stringify({ n: number, s: new String('text'), b: new Boolean(false) })); // expect: {"n":5,"s":"text","b":false}
  number.valueOf = () => 6;
  const text = new String('x');
  text.toString = () => 'y';
  print(JSON.stringify([number, text])); // expect: [6,"y"]
  print(JSON.stringify(Object(Symbol()))); // expect: {}
  print(JSON.stringify({ a: 1, b: 2, 3: 3 }, [new String('b'), new Number(3)])); // expect: {"b":2,"3":3}
  print(JSON.stringify([1], null, new String('-')).split('\n').join('|')); // expect: [|-1|]
  print(JSON.stringify([1], null, new Number(1)).split('\n').join('|')); // expect: [| 1|]
});
