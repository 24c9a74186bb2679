// The infinities: where they come from and where they go.
const print = vmImport(1);

function run() {
  const max = 1.7976931348623157e308;
  print(1 / 0 === Infinity); // expect: true
  print(-1 / 0 === -Infinity); // expect: true
  print(max * 2 === Infinity); // expect: true
  print(max + max === Infinity); // expect: true
  print(max + 1 === max); // expect: true
  print(-max - 1e292 === -Infinity); // expect: true
  print(1e309 === Infinity); // expect: true
  print('' + Infinity + -Infinity); // expect: Infinity-Infinity
  print(Infinity > max && -Infinity < -max); // expect: true
  print(Infinity + 1 === Infinity); // expect: true
  print(1 / Infinity); // expect: 0
  print(1 / (-1 / Infinity) === -Infinity); // expect: true
  print(5 % Infinity); // expect: 5
  print(-5 % -Infinity); // expect: -5
  print(2 ** 1024 === Infinity); // expect: true
  print((-2) ** 1025 === -Infinity); // expect: true
  print(Infinity ** -1); // expect: 0
  print(0 ** -1 === Infinity); // expect: true
  print((-0) ** -3 === -Infinity); // expect: true
  print((Infinity | 0) + (-Infinity >>> 0)); // expect: 0
  print(typeof Infinity); // expect: number
}

vmExport(1, run);
