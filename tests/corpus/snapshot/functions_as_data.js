// Functions in data: closures with their variables, shared functions, functions with properties.
const print = vmImport(1);

const handlers = { list: [] };
for (let i = 0; i < 3; i++) {
  let hits = 0;
  handlers.list.push({
    hit: () => ++hits,
    report: () => i + ':' + hits,
  });
}
const plain = (x) => x * 2;
handlers.plain = plain;
function tagged() {
  return tagged.tag;
}
tagged.tag = 'tag';
const late = [];

function run() {
  handlers.list[0].hit();
  handlers.list[2].hit();
  handlers.list[2].hit();
  print(handlers.list[0].report() + ' ' + handlers.list[1].report() + ' ' + handlers.list[2].report()); // expect: 0:1 1:0 2:2
  print(handlers.plain === plain); // expect: true
  print(handlers.list[0].hit === handlers.list[1].hit); // expect: false
  print(handlers.plain(21)); // expect: 42
  print(tagged()); // expect: tag
  tagged.tag = 'changed';
  print(tagged()); // expect: changed
  for (let i = 0; i < 3; i++) late.push(() => handlers.list[i].hit());
  late[1]();
  print(handlers.list[1].report()); // expect: 1:1
}

vmExport(1, run);
