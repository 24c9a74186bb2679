// Iterators of arrays, strings and generators, and what of the library takes iterables.
const print = vmImport(1);

class Countdown {
  constructor(from) {
    this.from = from;
  }
  *[Symbol.iterator]() {
    for (let i = this.from; i > 0; i--) yield i;
  }
}
const three = new Countdown(3);
const waiting = [5, 6, 7][Symbol.iterator]();
waiting.next();

vmExport(1, () => {
  print([...three].join()); // expect: 3,2,1
  print(Array.from(three, (x) => x * 2).join()); // expect: 6,4,2
  print(Array.from({ length: 2, 0: 'a', 1: 'b' }).join()); // expect: a,b
  print(Array.from('xyz').join()); // expect: x,y,z
  print(Object.fromEntries([['a', 1]]).a); // expect: 1
  print(Object.fromEntries((function* () { yield ['b', 2]; })()).b); // expect: 2
  print(waiting.next().value); // expect: 6
  print([...waiting].join()); // expect: 7
  print(waiting.next().done); // expect: true
  const list = ['a', 'b'];
  print([...list.keys()].join()); // expect: 0,1
  print([...list.entries()].join(';')); // expect: 0,a;1,b
  let all = '';
  for (const value of list.values()) {
    all += value;
    if (list.length < 4) list.push('c');
  }
  print(all); // expect: abcc
  print(list[Symbol.iterator] === list.values); // expect: true
  const iterator = 'añ'[Symbol.iterator]();
  print(iterator[Symbol.iterator]() === iterator); // expect: true
  print([...iterator].join()); // expect: a,ñ
  function* both() {
    yield* three;
    yield* list;
    return yield* 'hi';
  }
  print([...both()].join('')); // expect: 321abcchi
  print([...Uint8Array.of(1, 2)].join()); // expect: 1,2
  let sum = 0;
  for (const byte of Uint8Array.of(200, 100)) sum += byte;
  print(sum); // expect: 300
});
