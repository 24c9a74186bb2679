// `await` at the top level of a module: in expressions, statements, classes and loops.
const print = vmImport(1);
const log = [];

const one = await 1;
export const two = await Promise.resolve(one + 1);
log.push(one, two, `${await 'template'}`);
if (await Promise.resolve(true)) {
  const inner = await 'block';
  log.push(inner, (() => inner)());
}
try {
  await Promise.reject('rejected');
} catch (error) {
  log.push(await error);
} finally {
  log.push(await 'finally');
}
for await (const x of [Promise.resolve('a'), 'b']) log.push(x);
for (let i = await 0; i < (await 2); i++) log.push(i);
outer: for (const x of [1, 2]) {
  for await (const y of [x]) continue outer;
}
const { a = await 'default', ...rest } = await { b: 1 };
log.push(a, rest.b, [await 1, ...(await [2])].length);
class Base {}
class Derived extends (await Base) {
  [await 'method']() {
    return 'called';
  }
  static field = log.length;
}
log.push(new Derived().method(), Derived.field > 0);
const functions = [];
for (const x of [1, 2]) {
  await undefined;
  functions.push(() => x);
}
log.push(functions.map((it) => it()).join('+'));
hoisted();
function hoisted() {
  log.push('hoisted');
}
log.push(typeof this, await (async () => await 'arrow')());
await 0, log.push('end');

vmExport(1, () => {
  print(log.join(' '));
});
// expect: 1 2 template block block rejected finally a b 0 1 default 1 2 called true 1+2 hoisted undefined arrow end
