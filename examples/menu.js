// Objects that refer to each other in both directions, and a cursor among them. All of it is built before the snapshot;
// what moves afterwards is the cursor and the counts.

class Item {
  constructor(title) {
    this.title = title;
    this.visits = 0;
    this.next = this;
    this.previous = this;
  }

  insertAfter(other) {
    this.next = other.next;
    this.previous = other;
    other.next.previous = this;
    other.next = this;
    return this;
  }
}

const first = new Item('temperature');
new Item('settings').insertAfter(new Item('humidity').insertAfter(first));

let current = first;
const print = vmImport(1);

function show() {
  current.visits++;
  print(`${current.title}, visit ${current.visits}`);
}

vmExport(1, () => {
  current = current.next;
  show();
});
vmExport(2, () => {
  current = current.previous;
  show();
});
