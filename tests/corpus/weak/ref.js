// WeakRef: what was seen alive is until the host's call ends; then it goes when memory is needed.
// call: 1
// call: 2
// call: 3
// node: skip — nothing makes it collect
const print = vmImport(1);
const kept = { name: 'kept' };
const strong = new WeakRef(kept);
const early = new WeakRef({ name: 'early' });
let weak;
let seen;

// As much as makes any of the engines collect.
function churn() {
  for (let i = 0; i < 3000; i++) new Uint8Array(1000);
}

vmExport(1, () => {
  weak = new WeakRef({ name: 'weak' });
  seen = new WeakRef(['seen']);
  churn();
  print(weak.deref().name + ' ' + strong.deref().name + ' ' + seen.deref()); // expect: weak kept seen
});

vmExport(2, () => {
  const first = seen.deref() === undefined;
  churn();
  print(first || seen.deref()[0]); // expect: seen
  print(weak.deref() === undefined); // expect: true
});

vmExport(3, () => {
  churn();
  print(seen.deref() === undefined && weak.deref() === undefined && early.deref() === undefined); // expect: true
  print(strong.deref() === kept); // expect: true
});
