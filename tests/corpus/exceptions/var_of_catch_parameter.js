// A `var` in a catch clause of the name of its parameter: the clause sees the parameter, the function its variable.
const print = vmImport(1);

function assigned() {
  try {
    throw 'thrown';
  } catch (error) {
    var error = error + ' and assigned';
    print(error);
  }
  return error === undefined;
}

function nested(error) {
  try {
    throw 1;
  } catch (a) {
    try {
      throw 2;
    } catch (a) {
      for (var a = 5; a < 7; a++);
      for (var error in { key: 0 });
    }
    print(`${a} ${error}`);
  }
  const inner = () => a;
  a = 3;
  return inner();
}

const arrow = () => {
  try {
    throw [1, 2];
  } catch (list) {
    var f = () => list.length;
    {
      var list;
    }
    list.push(3);
  }
  return f() + ' ' + typeof list;
};

try {
  throw 'top';
} catch (top) {
  var top;
  var kept = () => top;
}

class Static {
  static {
    try {
      throw 1;
    } catch (it) {
      var it = 2;
      this.inner = it;
    }
    this.outer = it;
  }
}

vmExport(1, () => {
  // expect: thrown and assigned
  print(assigned()); // expect: true
  // expect: 1 key
  print(nested('parameter')); // expect: 3
  print(arrow()); // expect: 3 undefined
  print(kept() + ' ' + typeof top); // expect: top undefined
  top = 1;
  print(kept() + ' ' + top); // expect: top 1
  print(Static.inner + ' ' + (Static.outer === undefined)); // expect: 2 true
});
