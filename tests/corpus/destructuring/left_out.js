// Nobody asks for the value of an element that a pattern leaves out, and an iterator is closed where the default of another
// one is a name in its dead zone.
// call: 1
const print = vmImport(1);
const log = [];

function source(count, value) {
  let i = 0;
  return {
    [Symbol.iterator]() {
      return {
        next() {
          i++;
          return {
            get done() {
              log.push(`done${i}`);
              return i > count;
            },
            get value() {
              log.push(`value${i}`);
              return value;
            },
          };
        },
        return() {
          log.push('return');
          return {};
        },
      };
    },
  };
}

function show() {
  print(log.join());
  log.length = 0;
}

function run() {
  const [,] = source(5);
  show(); // expect: done1,return
  const [, , a] = source(5);
  show(); // expect: done1,done2,done3,value3,return
  let object = {};
  [, object.x, , ...object.y] = source(4, 1);
  show(); // expect: done1,done2,value2,done3,done4,value4,done5
  [, object.x] = source(0);
  show(); // expect: done1
  (([,]) => {})(source(2));
  show(); // expect: done1,return
  try {
    const [b = c, c] = source(2);
  } catch (error) {
    log.push(error.name);
  }
  show(); // expect: done1,value1,return,ReferenceError
}
vmExport(1, run);
