// A variable that wasn't initialized when a `try` caught that is looked at again behind it.
const print = vmImport(1);

const twice = () => {
  let seen = '';
  try { late + 1; } catch (e) { seen = e.name; }
  try { late + 1; seen += ' initialized'; } catch (e) { seen += ' ' + e.name; }
  return seen;
};

const inLoop = () => {
  let seen = '';
  for (let i = 0; i < 2; i++) {
    try { seen += later; } catch (e) { seen += e.name; continue; }
    seen += later;
  }
  try { return seen + later; } catch { return seen + '!'; }
};

const before = [twice(), inLoop()];
let late = 1, later = 2;

vmExport(1, () => {
  print(before.join()); // expect: ReferenceError ReferenceError,ReferenceErrorReferenceError!
  print(twice()); // expect:  initialized
  print(inLoop()); // expect: 22222
});
