// Methods that are used before the snapshot, after it, and on either side of it.
const print = vmImport(1);

// A list as text: holes are _, strings have quotes.
function show(list) {
  if (list === undefined || list === null || typeof list === 'boolean') return `${list}`;
  if (typeof list === 'number') return list === 0 && 1 / list < 0 ? '-0' : `${list}`;
  if (typeof list === 'string') return `'${list}'`;
  let text = '';
  for (let i = 0; i < list.length; i++) {
    text += (i > 0 ? ',' : '') + (i in list ? show(list[i]) : '_');
  }
  return `[${text}]`;
}

const squares = [1, 2, 3].map((x) => x * x);
const map = [].map;
const text = ['a', 'b'].join('-').replace('-', '+').padEnd(5, '.');

vmExport(1, () => {
  print(show(squares)); // expect: [1,4,9]
  print(text); // expect: a+b..
  print(squares.map((x) => x + 1).join()); // expect: 2,5,10
  print(map === [].map); // expect: true
  print([].map === [].filter); // expect: false
  print('map' in []); // expect: true
  print(typeof [].some); // expect: function
});
