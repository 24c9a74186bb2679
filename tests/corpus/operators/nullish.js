// ?? looks for undefined and null only.
const print = vmImport(1);

function run() {
  print(undefined ?? 'a'); // expect: a
  print(null ?? 'b'); // expect: b
  print(0 ?? 'c'); // expect: 0
  print(('' ?? 'd') === ''); // expect: true
  print(false ?? 'e'); // expect: false
  print(NaN ?? 'f'); // expect: null
  print(null ?? undefined ?? 'g'); // expect: g
  print((null ?? undefined) === undefined); // expect: true
  let computed = 0;
  const right = () => ++computed;
  print(5 ?? right()); // expect: 5
  print(computed); // expect: 0
  print(null ?? right()); // expect: 1
  print((null || undefined) ?? 'h'); // expect: h
  const o = { zero: 0, nothing: null };
  print((o.zero ?? 1) + (o.nothing ?? 10) + (o.missing ?? 100)); // expect: 110
}

vmExport(1, run);
