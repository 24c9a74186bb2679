// The text of a template: escapes, line breaks, quotes.
const print = vmImport(1);

function run() {
  const s = `first
second`;
  print(s.length); // expect: 12
  print(s[5] === '\n'); // expect: true
  print(`a\
b`); // expect: ab
  print(`\`'"\\`); // expect: `'"\
  print(`\x41\u{1f600}\u0042`); // expect: A😀B
  print(`é${'€'}😀`.length); // expect: 4
  print(`${'\ud83d'}${'\ude00'}`); // expect: 😀
  print(`\0`.length); // expect: 1
  let order = '';
  const note = (x) => {
    order += x;
    return x;
  };
  print(`${note(1)}${note(2)}` + note(3)); // expect: 123
  print(order); // expect: 123
}

vmExport(1, run);
