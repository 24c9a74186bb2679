// Weak lists, which images can forge.
const map = new WeakMap();
const keys = [{ a: 1 }, [2], {}];
keys.forEach((k, i) => map.set(k, { k, i }));
let ref;
const forget = [];
vmExport(1, () => {
  for (let i = 0; i < 60; i++) { const k = [i]; map.set(k, k); ref = new WeakRef(k); forget[i & 3] = { k, s: 'x' + i }; }
  keys.pop();
  return map.get(keys[0]) !== undefined && ref.deref() !== undefined;
});
