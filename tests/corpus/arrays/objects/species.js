// What array methods make of arrays is up to their constructor (ECMAScript 10.4.2.2).
import { refuses } from '../../shared/outcome.mjs';
const print = vmImport(1);

class List extends Array {
  sum() {
    return this.reduce((a, b) => a + b, 0);
  }
}

class Plain extends Array {
  static get [Symbol.species]() {
    return Array;
  }
}

class Counted {
  constructor(length) {
    this.given = length;
  }
}

const captured = List.of(1, 2, 3);

vmExport(1, () => {
  print(captured.map((x) => x * 2).sum()); // expect: 12
  print(captured.filter((x) => x > 1).sum()); // expect: 5
  print(captured.slice(1).sum()); // expect: 5
  print(captured.concat([4], 5).sum()); // expect: 15
  print(captured.flatMap((x) => [x, x]).sum()); // expect: 12
  print(List.of([1], [2, [3]]).flat(2).sum()); // expect: 6
  print(captured.splice(0, 1).sum()); // expect: 1
  print(captured.sum()); // expect: 5
  print(captured.toReversed() instanceof List); // expect: false
  print(captured.with(0, 1) instanceof List); // expect: false

  const plain = Plain.of(1, 2);
  print(plain instanceof Plain); // expect: true
  const mapped = plain.map((x) => x);
  print(mapped instanceof Plain); // expect: false
  print(Array.isArray(mapped)); // expect: true

  // Any object may be made.
  const list = [1, , 3];
  list.constructor = { [Symbol.species]: Counted };
  let made = list.map((x) => x + 1);
  print(made.given + ' ' + made[0] + ' ' + (1 in made) + ' ' + made[2]); // expect: 3 2 false 4
  made = list.filter(() => true);
  print(made.given + ' ' + made[0] + ' ' + made[1]); // expect: 0 1 3
  made = list.slice(0, 2);
  print(made.given + ' ' + made.length); // expect: 2 2
  made = list.splice(0, 1);
  print(made.given + ' ' + made.length + ' ' + made[0]); // expect: 1 1 1
  made = list.concat(['x']);
  print(made.given + ' ' + made.length + ' ' + made[2]); // expect: 0 3 x
  list.constructor = undefined;
  print(Array.isArray(list.map((x) => x))); // expect: true
  list.constructor = { [Symbol.species]: null };
  print(Array.isArray(list.map((x) => x))); // expect: true
  list.constructor = 1;
  print(refuses(() => list.map((x) => x))); // expect: TypeError
  list.constructor = { [Symbol.species]: () => 1 };
  print(refuses(() => list.filter((x) => x))); // expect: TypeError
  // Others aren't concerned.
  print([1, 2].map((x) => x).length); // expect: 2
});
