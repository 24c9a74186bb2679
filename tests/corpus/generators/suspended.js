// Generators that wait when the snapshot is taken go on after it, from wherever they wait.
// call: 1
// call: 2
// call: 3
import { text } from '../shared/generators.mjs';
const print = vmImport(1);
const show = (result) => print(text(result));
let count = 0;
const shared = { list: [1] };
function* worker(name, limit) {
  let sum = 0;
  const own = { calls: 0 };
  const bump = () => ++own.calls;
  try {
    for (let i = 0; i < limit; i++) {
      const sent = yield `${name}${sum}`;
      sum += sent;
      bump();
      shared.list.push(sum);
    }
    return `${name} ended`;
  } catch (error) {
    yield `caught ${error} after ${own.calls}`;
    return sum;
  } finally {
    count++;
    yield `${name} cleans`;
  }
}
function* deep(n) {
  if (n > 0) {
    yield* deep(n - 1);
    yield n;
  } else {
    yield 'bottom';
  }
}
function* table() {
  let text = 'from the table';
  yield text;
  text += '!';
  yield text;
}
const fresh = worker('fresh', 2);
const waiting = worker('w', 3);
waiting.next();
waiting.next(5);
const caught = worker('c', 3);
caught.next();
caught.throw('early');
const cleaning = worker('f', 3);
cleaning.next();
cleaning.return('left');
const done = worker('d', 0);
done.next();
done.next();
const nested = deep(3);
nested.next();
nested.next();
const all = [table(), table()];
all[1].next();
const byName = { a: table(), never: table() };
vmExport(1, () => {
  show(fresh.next()); // expect: fresh0 false
  show(waiting.next(7)); // expect: w12 false
  show(caught.next()); // expect: c cleans false
  show(cleaning.next()); // expect: left true
  show(done.next()); // expect: undefined true
  show(nested.next()); // expect: 2 false
  show(all[1].next()); // expect: from the table! false
  print(shared.list.join(' ')); // expect: 1 5 12
  print(count); // expect: 3
});
vmExport(2, () => {
  show(waiting.throw('late')); // expect: caught late after 2 false
  show(caught.next()); // expect: 0 true
  show(nested.next()); // expect: 3 false
  show(all[0].next()); // expect: from the table false
  show(byName.a.next()); // expect: from the table false
});
vmExport(3, () => {
  show(waiting.return('r')); // expect: w cleans false
  show(waiting.next()); // expect: r true
  show(nested.next()); // expect: undefined true
  show(fresh.return('unused')); // expect: fresh cleans false
  show(fresh.next()); // expect: unused true
});
