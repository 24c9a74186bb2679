// Two exports over one variable: what one writes the other sees.
// call: 2
// call: 1(5)
// call: 1(7)
// call: 2
// call: 3
// call: 2
let list = [];
let last = 'nothing';
vmExport(1, (x) => {
  list.push(x);
  last = x;
});
vmExport(2, () => last + ' of ' + list.length);
vmExport(3, () => {
  list = [];
});
// expect: => "nothing of 0"
// expect: => "7 of 2"
// expect: => "7 of 0"
