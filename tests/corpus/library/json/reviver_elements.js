// A reviver is called for all indices of an array, for holes too, and for none of its other properties. What it deletes
// is looked up in what the object inherits from.
const print = vmImport(1);

const replacing = (it) => {
  const seen = [];
  JSON.parse('[0,1]', function (key, value) {
    if (value === 0) this[1] = it;
    seen.push(`${key}:${value}`);
    return value;
  });
  return seen.join(' ');
};
const deleting = (text, first, second) => JSON.parse(text, function (key, value) {
  if (key === first) delete this[second];
  return value;
});

vmExport(1, () => {
  print(replacing([, 5])); // expect: 0:0 0:undefined 1:5 1:,5 :0,,5
  const named = [6];
  named.name = 7;
  print(replacing(named)); // expect: 0:0 0:6 1:6 :0,6
  const parent = { b: 3 };
  const made = JSON.parse('{"a":1,"b":2}', function (key, value) {
    if (key === 'a') {
      delete this.b;
      Object.setPrototypeOf(this, parent);
    }
    return value;
  });
  print(Object.keys(made).join() + made.b); // expect: a,b3
  Array.prototype[1] = 3;
  const list = deleting('[1,2]', '0', '1');
  print(list.hasOwnProperty('1') + list.join()); // expect: true1,3
  delete Array.prototype[1];
});
