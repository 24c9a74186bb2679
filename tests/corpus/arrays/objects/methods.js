// The methods of arrays work on those that have other properties as on all others.
// heap: large — holds all of the library
const print = vmImport(1);

function more(...elements) {
  elements.more = true;
  return elements;
}

vmExport(1, () => {
  print(more(1, 2, 3).map((x) => x * 2).join()); // expect: 2,4,6
  print(more(1, 2, 3).filter((x) => x > 1).join()); // expect: 2,3
  print(more(3, 1, 2).sort().join()); // expect: 1,2,3
  print(more(1, 2, 3).reverse().join()); // expect: 3,2,1
  print(more(1, 2, 3).indexOf(2)); // expect: 1
  print(more(1, 2, 3).includes(4)); // expect: false
  print(more(1, 2, 3).slice(1).join()); // expect: 2,3
  print(more(1, 2, 3).reduce((a, b) => a + b)); // expect: 6
  print(more(1, 2, 3).fill(0, 1).join()); // expect: 1,0,0

  const list = more(1, 2, 3);
  print(list.pop()); // expect: 3
  print(list.shift()); // expect: 1
  print(list.unshift(7, 8)); // expect: 3
  print(list.splice(1, 1, 'a', 'b').join()); // expect: 8
  print(list.join()); // expect: 7,a,b,2
  print(list.length); // expect: 4
  print(list.push('end')); // expect: 5
  print(list.at(-1)); // expect: end
  print(list.more); // expect: true

  let sum = '';
  for (const x of list) sum += x;
  print(sum); // expect: 7ab2end
  const [first, ...others] = list;
  print(first + others.join('')); // expect: 7ab2end
  print(Math.max(...more(4, 9, 2))); // expect: 9
  print(String(more(1, 2))); // expect: 1,2
  for (const [i, x] of more('x', 'y').entries()) print(i + x);
  // expect: 0x
  // expect: 1y
  print([...more(1, 2).keys()].join()); // expect: 0,1
  print(Math.min.apply(null, more(5, 3))); // expect: 3
  print(new Map(more(['k', 1])).get('k')); // expect: 1
});
