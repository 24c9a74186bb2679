// Before the snapshot an array may have any length up to 2 ** 32 - 1. Of a long one the holes take no room.
import { kind } from '../shared/kind.mjs';

const print = vmImport(1);

const most = 2 ** 32 - 1;
const list = new Array(most);
const cut = [1, 2, 3];
cut.length = most;
const far = [];
far[100000000] = 'far';
const set = [1];
const seen = [
  Reflect.set(set, 'length', 3000000000),
  list.length,
  Array.isArray(list),
  cut[2],
  3 in cut,
  far.length,
  far[100000000],
  set.length,
  kind(() => cut.push(4)),
  kind(() => (cut.length = 2 ** 32)),
  kind(() => (cut.length = -1)),
  kind(() => new Array(2 ** 32)),
  kind(() => new Array(1.5)),
];
cut.length = 2;
seen.push(cut.join(''), cut.push(7), cut.join(''));

vmExport(1, () => {
  print(seen.slice(0, 8).join()); // expect: true,4294967295,true,3,false,100000001,far,3000000000
  print(seen.slice(8).join()); // expect: RangeError,RangeError,RangeError,RangeError,RangeError,12,3,127
  print(list.length === most); // expect: true
  print(`${Array.isArray(list)} ${far.length} ${far[100000000]}`); // expect: true 100000001 far
  list.length = 1;
  list[0] = 'x';
  print(list.concat(2).join()); // expect: x,2
  print(cut.join()); // expect: 1,2,7
  // Of mere arrays none is as long on the device.
  const odd = [];
  print(Reflect.defineProperty(odd, 'length', { value: most })); // expect: true
  print(odd.length === most); // expect: true
});
