// Any value may be exported, beside the functions that are called.
vmExport(2, 42);
vmExport(3, 'text');
vmExport(4, { n: 1 });
vmExport(5, [1, 2]);
vmExport(6, undefined);
vmExport(0, null);
vmExport(65535, true);
const shared = { n: 1 };
vmExport(7, shared);

vmExport(1, () => ++shared.n); // expect: => 2
