// Templates join texts and values as + does.
const print = vmImport(1);

function run() {
  const name = 'x', n = 42;
  print(`plain`); // expect: plain
  print(`${name}`); // expect: x
  print(`a${n}b`); // expect: a42b
  print(`${n}${name}${n}`); // expect: 42x42
  print(`${1 + 1} and ${'t' + 'ext'}`); // expect: 2 and text
  print(`${null} ${undefined} ${true} ${1.5} ${-0} ${NaN} ${1e21}`); // expect: null undefined true 1.5 0 NaN 1e+21
  print(``.length); // expect: 0
  print(typeof `${1}`); // expect: string
  print(`${1}` + 1); // expect: 11
  print(`${n > 40 ? `big ${n}` : 'small'}!`); // expect: big 42!
  print(`${((a, b) => `${b}${a}`)(1, 2)}`); // expect: 21
  print(`{${'}'}`); // expect: {}
  print(`$ {n} $${n} \${n}`); // expect: $ {n} $42 ${n}
  print(`${`${`deep`}`}`); // expect: deep
}

vmExport(1, run);
