// The classes of errors obey `new.target`, and make another error where they are called without one (ECMAScript 20.5.1.1).
const print = vmImport(1);

function A() {}
A.prototype.a = 'a';
function Own(message) {
  const made = Error.call(this, message);
  this.message = made.message;
  this.made = made;
}
Own.prototype = Object.create(Error.prototype);
class Derived extends TypeError {}
const classes = [Error, TypeError, RangeError, ReferenceError, SyntaxError, EvalError, URIError];

const isError = (value) => Object.prototype.toString.call(value) === '[object Error]';

vmExport(1, () => {
  const made = Reflect.construct(Error, ['text'], A);
  print(Object.getPrototypeOf(made) === A.prototype); // expect: true
  print(made instanceof Error); // expect: false
  print(made.message); // expect: text
  print(made.a); // expect: a
  print(isError(made)); // expect: true

  const own = new Own('mine');
  print(own.message); // expect: mine
  print(own.made === own); // expect: false
  print(own.made instanceof Own); // expect: false
  print(Object.getPrototypeOf(own.made) === Error.prototype); // expect: true
  print(isError(own)); // expect: false
  print(isError(own.made)); // expect: true

  const error = new RangeError('first');
  const second = RangeError.call(error, 'second');
  print(error.message); // expect: first
  print(second.message); // expect: second
  print(Error.call(new Error('x')).message === ''); // expect: true

  let count = 0;
  for (const Class of classes) {
    const one = Reflect.construct(Class, ['m'], A);
    if (Object.getPrototypeOf(one) === A.prototype && one.message === 'm' && isError(one)) count++;
    const called = Class.call(one, 'n');
    if (Object.getPrototypeOf(called) === Class.prototype && called !== one && one.message === 'm') count++;
  }
  print(count); // expect: 14

  const many = Reflect.construct(AggregateError, [[1, 2], 'm'], A);
  print(many.errors.join()); // expect: 1,2
  print(many.a); // expect: a
  print(AggregateError.call(many, [3]).errors.join()); // expect: 3
  print(many.errors.join()); // expect: 1,2

  const derived = Reflect.construct(Derived, ['d'], A);
  print(derived.message); // expect: d
  print(derived.a); // expect: a
  print(new Derived('e') instanceof Derived); // expect: true
});
