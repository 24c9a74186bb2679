// A read-only property forbids assigning to what comes to inherit from it while the program runs.
const print = vmImport(1);
const fixed = () => Object.freeze({ x: 1 });
const [a, b, c, d] = [fixed(), fixed(), fixed(), fixed()];
const make = (prototype) => Object.create(prototype);
function Made() {}
function refuses(object) {
  try {
    object.x = 2;
    return false;
  } catch (error) {
    return error instanceof TypeError && object.x === 1;
  }
}
vmExport(1, () => {
  print(refuses(Object.setPrototypeOf({ y: 2 }, a))); // expect: true
  print(refuses(make(b))); // expect: true
  print(refuses({ __proto__: c })); // expect: true
  Made.prototype = d;
  print(refuses(new Made())); // expect: true
});
