// Getters and setters that make garbage, while values of the expression around wait on the stack.
const print = vmImport(1);

class Maker {
  constructor() {
    this.count = 0;
  }
  get next() {
    const garbage = [];
    for (let i = 0; i < 20; i++) garbage.push({ i, text: `${i} ${this.count}` });
    this.count++;
    return { text: garbage[19].text };
  }
  set last(value) {
    this.kept = [value, this.next.text, value.text];
  }
  get method() {
    const made = this.next;
    return function (a, b) {
      return `${made.text} ${this.count} ${a.text} ${b.text}`;
    };
  }
}

vmExport(1, () => {
  const maker = new Maker();
  print([maker.next, maker.next, maker.next].map((it) => it.text).join()); // expect: 19 0,19 1,19 2
  print(maker.next.text + maker.next.text); // expect: 19 319 4
  maker.last = maker.next;
  print(maker.kept[0].text + maker.kept[1] + maker.kept[2]); // expect: 19 519 619 5
  print(maker.method(maker.next, { text: maker.next.text + '!' })); // expect: 19 7 10 19 8 19 9!
  const list = [];
  for (let i = 0; i < 30; i++) list[i] = maker.next;
  print(list[29].text); // expect: 19 39
});
