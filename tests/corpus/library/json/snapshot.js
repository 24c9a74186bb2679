// JSON works before the snapshot, and what was parsed there is data after it.
const print = vmImport(1);

const config = JSON.parse('{"name":"sensor","pins":[1,2,3],"deep":{"on":true}}');
const text = JSON.stringify(config);

vmExport(1, () => {
  print(config.pins[2]); // expect: 3
  print(config.deep.on); // expect: true
  print(text === JSON.stringify(config)); // expect: true
  config.pins[1] = 7;
  config.more = null;
  print(JSON.stringify(config)); // expect: {"name":"sensor","pins":[1,7,3],"deep":{"on":true},"more":null}
});
