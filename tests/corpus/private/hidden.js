// No reflection shows private elements.
const print = vmImport(1);

class Secret {
  #hidden = 1;
  shown = 2;
  static #hiddenToo = 3;
  #method() {}
  get #accessor() {
    return 4;
  }
  sum() {
    this.#method();
    return this.#hidden + this.shown + Secret.#hiddenToo + this.#accessor;
  }
}

const make = () =>
  class {
    #inner = 1;
    shown = 2;
    sum() {
      return this.#inner + this.shown;
    }
  };
const Made = make();
const secrets = [new Secret(), new Made()];

vmExport(1, () => {
  for (const secret of [...secrets, new Secret(), new (make())()]) {
    const seen = [];
    for (const key in secret) seen.push(key);
    print(
      `${seen.join()} ${Object.keys(secret).join()} ${Reflect.ownKeys(secret).join()} ${JSON.stringify(secret)} ` +
        `${Object.getOwnPropertyNames(secret).join()} ${Object.getOwnPropertySymbols(secret).length} ` +
        `${JSON.stringify({ ...secret })} ${Object.entries(Object.assign({}, secret)).join()} ` +
        `${Object.keys(Object.getOwnPropertyDescriptors(secret)).join()} ${secret.sum()}`,
    );
  }
  // expect: shown shown shown {"shown":2} shown 0 {"shown":2} shown,2 shown 10
  // expect: shown shown shown {"shown":2} shown 0 {"shown":2} shown,2 shown 3
  // expect: shown shown shown {"shown":2} shown 0 {"shown":2} shown,2 shown 10
  // expect: shown shown shown {"shown":2} shown 0 {"shown":2} shown,2 shown 3
  const secret = new Secret();
  print(`${'#hidden' in secret} ${secret['#hidden']} ${Object.hasOwn(secret, '#hidden')}`); // expect: false undefined false
  print(Reflect.ownKeys(Secret).includes('#hiddenToo')); // expect: false
  Object.setPrototypeOf(secret, { sum: Secret.prototype.sum, get shown() { return 'no'; } });
  print(secret.sum()); // expect: 10
  delete secret.shown;
  print(secret.sum()); // expect: 1no34
  const { shown, ...rest } = new Secret();
  print(`${shown} ${JSON.stringify(rest)}`); // expect: 2 {}
});
