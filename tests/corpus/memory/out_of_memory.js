// The heap's limit is an error that a script can catch, again and again, and what was made before it stays.
// heap: large — fills the heap.
// stress: skip — a full heap copied at every allocation takes minutes.
// node: skip — node has no such limit.
const print = vmImport(1);

function fill() {
  const list = [];
  try {
    for (;;) list.push([list, 'x' + list.length]);
  } catch (e) {
    return e.name + ' ' + (list.length > 1000) + ' ' + list[1000][1] + ' ' + (list[7][0] === list);
  }
}

function long() {
  const list = [];
  try {
    for (;;) list[list.length] = list.length;
  } catch (e) {
    let sum = 0;
    for (let i = 0; i < list.length; i++) sum += list[i] - i;
    return e.name + ' ' + (list.length > 5000) + ' ' + sum;
  }
}

function text() {
  let s = 'x';
  try {
    for (;;) s = s + s;
  } catch (e) {
    return e.name + ' ' + (s.length > 4094);
  }
}

function run() {
  for (let i = 0; i < 3; i++) print(fill());
  print(long());
  print(text());
  print(fill());
  // expect: RangeError true x1000 true
  // expect: RangeError true x1000 true
  // expect: RangeError true x1000 true
  // expect: RangeError true 0
  // expect: RangeError true
  // expect: RangeError true x1000 true
}

vmExport(1, run);
