// Classes that extend Array: their instances are arrays (ECMAScript 23.1.1).
// call: 1
// call: 2
const print = vmImport(1);

class Stack extends Array {
  pushes = 0;
  #top = 'none';

  push(...values) {
    this.pushes++;
    this.#top = values[values.length - 1];
    return super.push(...values);
  }

  get top() {
    return this.#top;
  }

  last() {
    return this[this.length - 1];
  }
}

class Deep extends Stack {
  constructor(first) {
    super();
    this[0] = first;
    this.own = 'own';
  }

  last() {
    return 'deep ' + super.last();
  }
}

const captured = new Stack(1, 2, 3);
captured.push(4);

function look(stack) {
  print(stack.length); // expect: 4
  print(stack.last()); // expect: 4
  print(stack.top); // expect: 4
  print(stack.pushes); // expect: 1
  print(stack.push(5, 6)); // expect: 6
  print(stack.pushes); // expect: 2
  print(stack.pop()); // expect: 6
  print(stack.join()); // expect: 1,2,3,4,5
  print(stack instanceof Stack); // expect: true
  print(stack instanceof Array); // expect: true
  print(Array.isArray(stack)); // expect: true
  print(JSON.stringify(stack)); // expect: [1,2,3,4,5]
  print(Object.keys(stack).join()); // expect: 0,1,2,3,4,pushes
  let sum = 0;
  for (const x of stack) sum += x;
  print(sum); // expect: 15
  stack[7] = 8;
  print(stack.length); // expect: 8
  stack.length = 1;
  print(stack.join()); // expect: 1
}

vmExport(1, () => look(captured));

vmExport(2, () => {
  const stack = new Stack(1, 2, 3);
  stack.push(4);
  look(stack);
  // expect: 4
  // expect: 4
  // expect: 4
  // expect: 1
  // expect: 6
  // expect: 2
  // expect: 6
  // expect: 1,2,3,4,5
  // expect: true
  // expect: true
  // expect: true
  // expect: [1,2,3,4,5]
  // expect: 0,1,2,3,4,pushes
  // expect: 15
  // expect: 8
  // expect: 1

  const deep = new Deep('x');
  print(deep.length + deep.own); // expect: 1own
  print(deep.last()); // expect: deep x
  print(new Stack(3).length); // expect: 3
  try {
    new Stack(-1);
  } catch (error) {
    print(error.name); // expect: RangeError
  }
  print(Stack.from('ab').last()); // expect: b
  print(Stack.of(7, 8) instanceof Stack); // expect: true
  print(Stack.from([1, 2], (x) => x * 2).join()); // expect: 2,4
  print(Stack.isArray(deep)); // expect: true
  print(Object.getPrototypeOf(Stack) === Array); // expect: true

  // By a constructor that isn't a class, and by Reflect.
  function Other() {}
  Other.prototype = { other: true };
  const other = Reflect.construct(Array, [1, 2], Other);
  print(other.other + ' ' + other.length + Array.isArray(other)); // expect: true 2true
  Other.prototype = null;
  print(Reflect.construct(Array, [], Other) instanceof Array); // expect: true

  // Another prototype.
  const plain = [1, 2];
  Object.setPrototypeOf(plain, { twice: 2 });
  print(plain.length * plain.twice); // expect: 4
  print(typeof plain.map); // expect: undefined
  plain[2] = 3;
  print(plain.length); // expect: 3
});


