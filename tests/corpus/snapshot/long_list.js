// A list of a thousand nodes made while building: nothing may recurse on data.
// heap: large — keeps 1,000 nodes, all of them written
const print = vmImport(1);

let list = null;
for (let i = 0; i < 1000; i++) list = { value: i, next: list };

function run() {
  let sum = 0;
  for (let n = list; n; n = n.next) sum += n.value;
  print(sum); // expect: 499500
  for (let n = list; n; n = n.next) n.value *= 2;
  let previous = null;
  while (list) {
    const next = list.next;
    list.next = previous;
    previous = list;
    list = next;
  }
  print(previous.value + previous.next.value); // expect: 2
  sum = 0;
  for (let n = previous; n; n = n.next) sum += n.value;
  print(sum); // expect: 999000
}

vmExport(1, run);
