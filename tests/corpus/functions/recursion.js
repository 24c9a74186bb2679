// Plain, mutual and anonymous recursion.
const print = vmImport(1);

function fib(n) {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

function isEven(n) {
  return n === 0 ? true : isOdd(n - 1);
}

function isOdd(n) {
  return n === 0 ? false : isEven(n - 1);
}

function ackermann(m, n) {
  if (m === 0) return n + 1;
  if (n === 0) return ackermann(m - 1, 1);
  return ackermann(m - 1, ackermann(m, n - 1));
}

function hanoi(n, from, to, via) {
  if (n === 0) return 0;
  return hanoi(n - 1, from, via, to) + 1 + hanoi(n - 1, via, to, from);
}

function run() {
  print(fib(12)); // expect: 144
  print(isEven(21)); // expect: false
  print(isOdd(21)); // expect: true
  print(ackermann(2, 3)); // expect: 9
  print(hanoi(6, 'a', 'b', 'c')); // expect: 63
  const factorial = (n) => (n <= 1 ? 1 : n * factorial(n - 1));
  print(factorial(20)); // expect: 2432902008176640000
  const apply = (f, n) => f(f, n);
  print(apply((self, n) => (n === 0 ? 'done' : self(self, n - 1)), 5)); // expect: done
  print(sum(30)); // expect: 465
}

function sum(n) {
  return n === 0 ? 0 : n + sum(n - 1);
}

vmExport(1, run);
