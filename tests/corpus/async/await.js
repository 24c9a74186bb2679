// `await` of any value, in any place, also where something is caught or left.
const print = vmImport(1);

const later = (value) => new Promise((resolve) => resolve(value));
const fails = async (text) => {
  throw text;
};

async function sum(...list) {
  let total = 0;
  for (const item of list) total += await item;
  return total;
}

async function caught(step) {
  try {
    if (step === 1) await fails('one');
    if (step === 2) return await later('two');
    if (step === 3) null.x;
    return 'none';
  } catch (error) {
    return `caught ${typeof error === 'string' ? error : error.name}`;
  } finally {
    await undefined;
    print(`finally ${step}`);
  }
}

class Sensor {
  factor = 2;
  async read(value, more = later(1)) {
    const plus = async () => this.factor * (await value);
    return (await plus()) + (await more);
  }
  static async make() {
    return new this();
  }
}

async function defaults(value = fails.missing.name) {
  return value;
}

async function all() {
  print(await sum(1, later(2), { then: (resolve) => resolve(3) })); // expect: 6
  print(await caught(0)); // expect: finally 0
  // expect: none
  print(await caught(1)); // expect: finally 1
  // expect: caught one
  print(await caught(2)); // expect: finally 2
  // expect: two
  print(await caught(3)); // expect: finally 3
  // expect: caught TypeError
  const sensor = await Sensor.make();
  print(await sensor.read(20)); // expect: 41
  print(await sensor.read(later(1), 5)); // expect: 7
  print(await defaults(1)); // expect: 1
  print(await defaults().catch((error) => error.name)); // expect: TypeError
  const list = [await 1, await later(2), ...[await 3]];
  print(list.join()); // expect: 1,2,3
  const object = { a: await later('x'), async b() { return this.a + (await 'y'); } };
  print(await object.b()); // expect: xy
  print(`${await later('t')}${(await later(null)) ?? (await later('n'))}`); // expect: tn
  let count = 0;
  while ((await count) < 3) count++;
  print(count); // expect: 3
  print((await Promise.all([sum(1), sum(2, later(3)), 4])).join('-')); // expect: 1-5-4
  return 'done';
}

vmExport(1, () => {
  all().then(print, (error) => print(`failed ${error.message}`));
  // expect: done
});
