// Array.prototype.reverse reads an element before it asks whether there is the other one (ECMAScript 23.1.3.26).
const print = vmImport(1);

vmExport(1, () => {
  const list = ['first', 'second'];
  Object.defineProperty(list, 0, {
    get() {
      list.length = 0;
      return 'first';
    },
  });
  list.reverse();
  print([0 in list, 1 in list, list[1]].join()); // expect: false,true,first

  // And reads none that isn't there.
  let asked = 0;
  const heir = Object.create({
    get 0() {
      asked++;
      return 1;
    },
  });
  heir.length = 2;
  heir[1] = 2;
  Object.defineProperty(heir, 0, { value: 'own', configurable: true, writable: true });
  Array.prototype.reverse.call(heir);
  print(heir[0] + heir[1] + asked); // expect: 2own0
});
