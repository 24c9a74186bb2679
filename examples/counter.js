// A counter that begins to count at build time and goes on where the snapshot is resumed.

const print = vmImport(1);

function makeCounter() {
  let count = 0;
  return () => ++count;
}

const next = makeCounter();
next();
next();
console.log(`at build time: ${next()}`);

vmExport(1, () => print(`after the snapshot: ${next()}`));
