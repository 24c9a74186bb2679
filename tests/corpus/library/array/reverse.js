// Array.prototype.reverse and toReversed: in place or not; holes.
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

vmExport(1, () => {
  const list = [1, 2, 3];
  print(show(list.reverse())); // expect: [3,2,1]
  print(list.reverse() === list); // expect: true
  print(show([1, , 3, 4].reverse())); // expect: [4,3,_,1]
  print(show([, 2, , 4, 5].reverse())); // expect: [5,4,_,2,_]
  print(show([].reverse())); // expect: []
  print(show(list.toReversed())); // expect: [3,2,1]
  print(show(list)); // expect: [1,2,3]
  print(show([1, , 3].toReversed())); // expect: [3,undefined,1]
});
