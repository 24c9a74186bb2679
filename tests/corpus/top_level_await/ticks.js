// Each `await` of the top level takes one job, wherever the module is cut into parts.
const print = vmImport(1);
const log = [];
(async () => {
  for (let i = 1; i <= 8; i++) {
    await undefined;
    log.push(i);
  }
})();
await undefined;
log.push('part 1');
// Text that makes the module longer, so that it is cut into parts: line 1 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 2 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 3 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 4 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 5 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 6 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 7 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 8 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 9 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 10 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 11 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 12 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 13 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 14 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 15 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 16 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 17 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 18 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 19 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 20 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 21 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 22 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 23 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 24 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 25 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 26 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 27 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 28 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 29 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 30 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 31 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 32 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 33 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 34 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 35 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 36 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 37 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 38 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 39 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 40 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 41 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 42 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 43 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 44 of part 1, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 45 of part 1, in order to wait in the next one
await undefined;
log.push('part 2');
// Text that makes the module longer, so that it is cut into parts: line 1 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 2 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 3 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 4 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 5 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 6 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 7 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 8 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 9 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 10 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 11 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 12 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 13 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 14 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 15 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 16 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 17 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 18 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 19 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 20 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 21 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 22 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 23 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 24 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 25 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 26 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 27 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 28 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 29 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 30 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 31 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 32 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 33 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 34 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 35 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 36 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 37 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 38 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 39 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 40 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 41 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 42 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 43 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 44 of part 2, in order to wait in the next one
// Text that makes the module longer, so that it is cut into parts: line 45 of part 2, in order to wait in the next one
log.push('no job between');
await Promise.resolve();
log.push('promise');
await { then: (resolve) => resolve() };
log.push('thenable');

vmExport(1, () => {
  print(log.join());
});
// expect: 1,part 1,2,part 2,no job between,3,promise,4,5,thenable,6,7,8
