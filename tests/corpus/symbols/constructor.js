// Symbol is a constructor that makes no instances: classes may extend it, and be nothing but called.
import { kind } from '../shared/kind.mjs';

const print = vmImport(1);

class Mark extends Symbol {
  static make(text) {
    return this(text);
  }
}

vmExport(1, () => {
  print(kind(() => new Symbol('a'))); // expect: TypeError
  print(kind(() => new Mark('a'))); // expect: TypeError
  print(kind(() => Mark('a'))); // expect: TypeError
  print(kind(() => Mark.make('a'))); // expect: TypeError
  print(Object.getPrototypeOf(Mark) === Symbol); // expect: true
  print(Object.getPrototypeOf(Mark.prototype) === Symbol.prototype); // expect: true
  print(Mark.for('a') === Symbol.for('a')); // expect: true
  print(Reflect.construct(Object, [], Symbol) instanceof Symbol); // expect: true
  print(typeof Symbol.prototype.constructor('b')); // expect: symbol
});
