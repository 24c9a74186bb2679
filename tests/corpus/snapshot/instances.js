// Instances of classes and functions keep their kind; new ones are of the same kind.
const print = vmImport(1);

class Sensor {
  constructor(pin) {
    this.pin = pin;
    this.samples = [];
  }
  sample(x) {
    this.samples.push(x);
    return this.mean();
  }
  mean() {
    let sum = 0;
    for (let i = 0; i < this.samples.length; i++) sum += this.samples[i];
    return sum / this.samples.length;
  }
}
function Old(n) {
  this.n = n;
}
Old.prototype.twice = function () {
  return this.n * 2;
};
const sensor = new Sensor(13);
sensor.sample(10);
const old = new Old(4);

function run() {
  print(sensor instanceof Sensor && old instanceof Old && !(old instanceof Sensor)); // expect: true
  print(sensor.sample(15)); // expect: 12.5
  print(old.twice()); // expect: 8
  const other = new Sensor(2);
  print(other.sample(1) + other.pin); // expect: 3
  print(other.mean === sensor.mean); // expect: true
  print(sensor.constructor === Sensor && new sensor.constructor(7).pin === 7); // expect: true
  Sensor.prototype.mean = () => 'patched';
  print(sensor.sample(1)); // expect: patched
  Old.prototype.thrice = function () {
    return this.n * 3;
  };
  print(old.thrice()); // expect: 12
}

vmExport(1, run);
