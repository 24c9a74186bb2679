// Methods on prototypes: shared, replaceable after instances exist, hidden by own properties.
const print = vmImport(1);

function Animal(name) {
  this.name = name;
}
Animal.prototype.speak = function () {
  return this.name + ' speaks';
};
Animal.prototype.legs = 4;
const built = new Animal('built');

function run() {
  const a = new Animal('a');
  print(a.speak()); // expect: a speaks
  print(built.speak()); // expect: built speaks
  print(a.speak === built.speak); // expect: true

  // A change of the prototype is seen by instances which exist.
  Animal.prototype.run = function () {
    return this.name + ' runs';
  };
  print(a.run()); // expect: a runs
  print(built.run()); // expect: built runs
  Animal.prototype.speak = function () {
    return this.name + ' is silent';
  };
  print(built.speak()); // expect: built is silent

  // An own property hides the prototype's, and writing never reaches the prototype.
  a.legs = 3;
  print(a.legs); // expect: 3
  print(built.legs); // expect: 4
  a.legs += 1;
  built.legs++;
  print(Animal.prototype.legs); // expect: 4
  print(built.legs); // expect: 5
  delete built.legs;
  print(built.legs); // expect: 4
  delete Animal.prototype.legs;
  print('legs' in built); // expect: false
  print('legs' in a); // expect: true
}

vmExport(1, run);
