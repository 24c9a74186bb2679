// An object as a key of one operation doesn't make other operations of other objects ask for it.
// call: 1
// call: 2("loop")
const print = vmImport(1);

const key = { toString: () => 'own' };
const list = [1, 2, 3];
const settings = { own: 1, other: 2 };
const missing = ['mis', 'sing'];
class Made {
  static [key] = 'static';
  [['a', 'b']]() {
    return 'method';
  }
}

vmExport(1, () => {
  print(list[[1]]); // expect: 2
  print(settings[key]); // expect: 1
  settings[key] = 5;
  print(settings.own); // expect: 5
  print(key in settings); // expect: true
  print(missing in settings); // expect: false
  print(delete settings[key]); // expect: true
  print(Object.keys(settings).join()); // expect: other
  print(Made.own); // expect: static
  print(new Made()[['a', 'b']]()); // expect: method
  print({ [key]: 6 }.own); // expect: 6
  list[[1]] = 7;
  print(list.join()); // expect: 1,7,3
  list[['name']] = 'array';
  print(list.name); // expect: array
  print(settings[missing] ?? 'none'); // expect: none
});

// Numbers, of which nobody knows that they are none, divide and add.
const amounts = { loop: { valueOf: () => 6 }, other: 8 };
vmExport(2, (name) => {
  print(amounts[name] / 2); // expect: 3
  print(amounts[name] % 4); // expect: 2
  print(amounts[name] * amounts.other); // expect: 48
  print(amounts[name] - 1); // expect: 5
  print(amounts[name] << 1); // expect: 12
  print(`${amounts[name] + 1}`); // expect: 7
  print(-amounts[name]); // expect: -6
  print(amounts[name] >= 6); // expect: true
  print(amounts[name] == 6); // expect: true
});
