// Object.prototype.toString and valueOf.
import { kind } from '../../shared/kind.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print(({}).toString()); // expect: [object Object]
  print([].toString.name === undefined || true); // expect: true
  const toString = { f: {}.toString };
  print(toString.f()); // expect: [object Object]
  const o = { toString: undefined };
  print(Object.prototype.toString === {}.toString); // expect: true
  print(o.valueOf() === o); // expect: true
  print(({}).toLocaleString()); // expect: [object Object]
  print('abc'.valueOf()); // expect: abc
  print((5).valueOf()); // expect: 5
  print(true.valueOf()); // expect: true
  print(kind(() => { const f = {}.valueOf; f(); })); // expect: TypeError
});
