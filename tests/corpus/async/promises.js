// What promises do, and what isn't one.
const print = vmImport(1);

const soon = (value) => Promise.resolve(value);
const fails = (reason) => Promise.reject(reason);

vmExport(1, () => {
  const promise = soon('x');
  promise.finally((...list) => print(list.length)).then(print);
  fails('reason').finally(() => soon('ignored')).catch(print);
  fails('reason').finally(() => fails('other')).catch(print);
  promise.then(1, 2).then(print);
  print(Object.prototype.toString.call(promise)); // expect: [object Promise]
  print(Object.keys(promise).length + Reflect.ownKeys(promise).length); // expect: 0
  print(JSON.stringify({ ...promise })); // expect: {}
  try {
    Promise.prototype.then.call({});
  } catch (error) {
    print(error.name); // expect: TypeError
  }
  try {
    Promise.prototype.then.call(Object.create(promise));
  } catch (error) {
    print(error.name); // expect: TypeError
  }
  try {
    new Promise(1);
  } catch (error) {
    print(error.name); // expect: TypeError
  }
  try {
    Promise(() => {});
  } catch (error) {
    print(error.name); // expect: TypeError
  }
  // expect: 0
  // expect: x
  // expect: x
  // expect: reason
  // expect: other
});
