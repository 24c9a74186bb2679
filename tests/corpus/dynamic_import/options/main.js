// What options of `import()` may say (import attributes, ECMAScript 2025, 13.3.10): they are evaluated when it is called, and
// what is wrong with them rejects.
// node: skip — it wants the type of JSON
const print = vmImport(1);

const log = [];
async function outcome(promise) {
  try {
    return `${(await promise).value}`;
  } catch (error) {
    return error instanceof TypeError ? 'TypeError' : `${error}`;
  }
}

function thrown(action) {
  try {
    action();
    return 'nothing';
  } catch (error) {
    return error;
  }
}

async function run() {
  const none = undefined;
  print(await outcome(import('./code.js', none))); // expect: code
  print(await outcome(import('./code.js', {}))); // expect: code
  print(await outcome(import('./code.js', { with: undefined }))); // expect: code
  print(await outcome(import('./code.js', { with: {} }))); // expect: code
  print(await outcome(import('./code.js', { other: 1 }))); // expect: code
  print(await outcome(import('./code.js', log))); // expect: code
  print(await outcome(import('./code.js', { with: () => 1 }))); // expect: code
  for (const wrong of [null, false, true, 0, 1, '', 'with', Symbol.iterator]) {
    log.push(await outcome(import('./code.js', wrong)));
    log.push(await outcome(import('./code.js', { with: wrong })));
  }
  print(`${log.length} ${log.every((it) => it === 'TypeError')}`); // expect: 16 true
  for (const value of [undefined, null, 1, {}, Symbol.iterator]) {
    print(await outcome(import('./code.js', { with: { type: value } })));
  }
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  const text = 'text';
  print(await outcome(import('./code.js', { with: { type: text } }))); // expect: TypeError
  print(await outcome(import('./code.js', { with: { other: 'json' } }))); // expect: TypeError
  const json = { with: { type: 'json' } };
  print(await outcome(import('./code.js', json))); // expect: TypeError
  print((await import('./data.json', json)).default.length); // expect: 2
  print((await import('./data.json', { with: { type: 'json' } })).default[1]); // expect: 6
  // What can't be listed isn't looked at.
  const hidden = Object.defineProperty({}, 'type', { value: 1 });
  print(await outcome(import('./code.js', { with: hidden }))); // expect: code
  const getters = {
    get with() {
      throw 'with';
    },
  };
  print(await outcome(import('./code.js', getters))); // expect: with
  const attributes = {
    a: 1,
    get b() {
      throw 'b';
    },
  };
  print(await outcome(import('./code.js', { with: attributes }))); // expect: b
  // The options themselves are evaluated before there is a promise.
  print(
    thrown(() =>
      import(
        './code.js',
        (() => {
          throw 'early';
        })()
      ),
    ),
  ); // expect: early
  print(await outcome(import('./code.js', 'nothing' in log ? 1 : undefined))); // expect: code
}

vmExport(1, () => {
  run();
});
