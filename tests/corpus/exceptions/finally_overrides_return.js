// A return in finally replaces what was on its way, be it a return or an exception.
const print = vmImport(1);

function overReturn() {
  try {
    return 'try';
  } finally {
    return 'finally';
  }
}

function overThrow() {
  try {
    throw 'lost';
  } finally {
    return 'finally';
  }
}

function overCatch() {
  try {
    throw 'x';
  } catch (e) {
    return 'catch';
  } finally {
    return 'finally';
  }
}

function overCatchThrow() {
  try {
    throw 'x';
  } catch (e) {
    throw 'lost';
  } finally {
    return 'finally';
  }
}

function throwOverReturn() {
  try {
    return 'try';
  } finally {
    throw 'thrown by finally';
  }
}

function undefinedOverReturn() {
  try {
    return 'try';
  } finally {
    return;
  }
}

function run() {
  print(overReturn()); // expect: finally
  print(overThrow()); // expect: finally
  print(overCatch()); // expect: finally
  print(overCatchThrow()); // expect: finally
  try {
    throwOverReturn();
  } catch (e) {
    print(e); // expect: thrown by finally
  }
  print(undefinedOverReturn() === undefined); // expect: true
}

vmExport(1, run);
