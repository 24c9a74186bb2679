// An inner declaration hides an outer one of the same name, and only as far as its scope goes.
const print = vmImport(1);

const name = 'module';

function run() {
  print(name); // expect: module
  inFunction('parameter'); // expect: parameter!
  {
    let name = 'block';
    print(name); // expect: block
    {
      const name = 'inner block';
      print(name); // expect: inner block
    }
    print(name); // expect: block
  }
  for (let name = 0; name < 1; name++) {
    print(name); // expect: 0
    let inner = name;
    {
      let name = 'loop body';
      print(name); // expect: loop body
    }
    print(inner === name); // expect: true
  }
  try {
    throw 'thrown';
  } catch (name) {
    print(name); // expect: thrown
    {
      let name = 'in catch';
      print(name); // expect: in catch
    }
    name = 'assigned';
    print(name); // expect: assigned
  }
  print(name); // expect: module
  const undefinedHere = (undefined) => undefined;
  print(undefinedHere(3)); // expect: 3
}

function inFunction(name) {
  name = name + '!';
  const read = () => name;
  print(read());
}

vmExport(1, run);
