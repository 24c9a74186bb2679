// A namespace kept in data over the snapshot is still live, and can be called and not changed.
import { nameOf } from '../../shared/name_of.mjs';
import * as counter from './counter';
import { count, log } from './counter';
const print = vmImport(1);

const kept = { list: [counter], by: { name: counter } };
let moving = counter;
counter.add(1);
const before = kept.list[0].count;

function read(object, key) {
  return object[key];
}

function run() {
  print(before); // expect: 11
  print(kept.list[0].add(2)); // expect: 13
  print(kept.by.name.count + ' ' + count); // expect: 13 13
  print(moving['cou' + 'nt']); // expect: 13
  print(read(moving, 'last').name); // expect: add2
  print(kept.by.name.log.length + log[1]); // expect: 4
  print(kept.list[0] === moving && moving === counter); // expect: true
  const other = [counter, { count: 1, add() { return this.count; } }];
  for (let i = 0; i < 2; i++) {
    print(other[i].add(i)); // expect: 13
    // expect: 1
  }
  print(nameOf(() => { moving.count = 1; })); // expect: TypeError
  print(nameOf(() => { moving['co' + 'unt']++; })); // expect: TypeError
  print(nameOf(() => { kept.by.name.extra = 1; })); // expect: TypeError
  print(nameOf(() => { delete moving.count; })); // expect: TypeError
  print(nameOf(() => { delete moving.toString; })); // expect: none
  print(moving.count + ' ' + ('extra' in moving)); // expect: 13 false
  // It inherits nothing.
  print('toString' in moving || 'constructor' in moving); // expect: false
  print(nameOf(() => moving + '')); // expect: TypeError
  moving = { count: 'own' };
  print(moving.count); // expect: own
}

function grow() {
  // Values held only by the variables behind a namespace live on.
  for (let i = 0; i < 300; i++) {
    counter.add(1);
    const garbage = [i, { i }, 'text ' + i];
    if (garbage.length !== 3) print('lost');
  }
  print(kept.list[0].count); // expect: 313
  print(kept.list[0].last.name + kept.by.name.log.length); // expect: add1303
}

vmExport(1, run);
vmExport(2, grow);
// call: 1
// call: 2
