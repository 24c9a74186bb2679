// A call that fails inside and recovers leaves the state ready for the next.
// call: 1(1)
// call: 1(0)
// call: 1(2)
const print = vmImport(1);

const log = [];
function risky(n) {
  if (n === 0) throw new Error('zero');
  log.push(n);
  return 10 / n;
}

vmExport(1, (n) => {
  try {
    return risky(n);
  } catch (e) {
    log.push(e.message);
    return e.message;
  } finally {
    print('calls: ' + log.length);
  }
});
// expect: calls: 1
// expect: => 10
// expect: calls: 2
// expect: => "zero"
// expect: calls: 3
// expect: => 5
