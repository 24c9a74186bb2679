// What isn't a string but has a method for it does the work of match, matchAll, replace, replaceAll, search and split.
const print = vmImport(1);

function show(key, ...more) {
  return function (...list) {
    return `${key} ${this.name} ${list.length} ${list.join()}`;
  };
}

class Pattern {
  name = 'p';
  flags = 'g';
  toString() {
    return 'b';
  }
}
for (const key of ['match', 'matchAll', 'replace', 'search', 'split']) {
  Pattern.prototype[Symbol[key]] = show(key);
}

function thrown(action) {
  try {
    return action();
  } catch (error) {
    return error.constructor.name;
  }
}

vmExport(1, () => {
  const pattern = new Pattern();
  print('abc'.match(pattern)); // expect: match p 1 abc
  print('abc'.matchAll(pattern)); // expect: matchAll p 1 abc
  print('abc'.replace(pattern, 'x')); // expect: replace p 2 abc,x
  print('abc'.replaceAll(pattern, 'y')); // expect: replace p 2 abc,y
  print('abc'.search(pattern)); // expect: search p 1 abc
  print('abc'.split(pattern, 7)); // expect: split p 2 abc,7
  // `this` is passed as it is.
  print(String.prototype.replace.call(5, pattern, 'x')); // expect: replace p 2 5,x

  pattern[Symbol.replace] = undefined;
  pattern[Symbol.split] = null;
  print('abcb'.replace(pattern, 'x')); // expect: axcb
  print('abcb'.split(pattern).join()); // expect: a,c,
  pattern[Symbol.match] = null;
  print('abcb'.replaceAll(pattern, 'x')); // expect: axcx
  pattern[Symbol.match] = undefined;
  print('abcb'.includes(pattern)); // expect: true
  pattern[Symbol.match] = true;
  print(thrown(() => 'abcb'.includes(pattern))); // expect: TypeError
  print(thrown(() => 'abcb'.startsWith(pattern))); // expect: TypeError
  print(thrown(() => 'abcb'.endsWith(pattern))); // expect: TypeError
  pattern[Symbol.match] = '';
  print('abcb'.endsWith(pattern)); // expect: true
  pattern[Symbol.match] = 1;
  pattern[Symbol.replace] = () => 'done';
  print('abcb'.replaceAll(pattern, 'x')); // expect: done
  pattern.flags = 'i';
  print(thrown(() => 'abcb'.replaceAll(pattern, 'x'))); // expect: TypeError
  print(thrown(() => 'abcb'.matchAll(pattern))); // expect: TypeError
  pattern.flags = undefined;
  print(thrown(() => 'abcb'.replaceAll(pattern, 'x'))); // expect: TypeError
  print(thrown(() => String.prototype.replace.call(null, pattern, 'x'))); // expect: TypeError
  pattern[Symbol.replace] = 1;
  print(thrown(() => 'abcb'.replace(pattern, 'x'))); // expect: TypeError

  const { writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(Symbol, 'split');
  print(`${writable} ${enumerable} ${configurable}`); // expect: false false false
  print(String(Symbol.matchAll)); // expect: Symbol(Symbol.matchAll)
});
