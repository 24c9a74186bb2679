// A linked queue with two nodes at the snapshot, then twenty thousand pushes and shifts.
const print = vmImport(1);

function Queue() {
  this.head = null;
  this.tail = null;
  this.size = 0;
}
Queue.prototype.push = function (value) {
  const node = { value, next: null };
  if (this.tail) this.tail.next = node;
  else this.head = node;
  this.tail = node;
  this.size++;
};
Queue.prototype.shift = function () {
  const node = this.head;
  if (!node) return undefined;
  this.head = node.next;
  if (!this.head) this.tail = null;
  this.size--;
  return node.value;
};
const queue = new Queue();
queue.push(0);
queue.push(1);

function run() {
  let wrong = 0;
  for (let i = 0; i < 20000; i++) {
    queue.push(i + 2);
    if (queue.shift() !== i) wrong++;
  }
  print(wrong); // expect: 0
  print(queue.size); // expect: 2
  print(queue.shift() + queue.shift()); // expect: 40001
  print(queue.shift() === undefined); // expect: true
}

vmExport(1, run);
