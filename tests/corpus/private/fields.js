// Private fields: each class's own, seen by nobody else, checked at each access.
import { nameOf } from '../shared/name_of.mjs';

const print = vmImport(1);

class Account {
  #balance = 0;
  #owner;
  limit = this.#balance - 10;
  constructor(owner) {
    this.#owner = owner;
  }
  deposit(amount) {
    this.#balance += amount;
    return this.#balance;
  }
  get text() {
    return `${this.#owner}: ${this.#balance}`;
  }
  bump() {
    const before = this.#balance++;
    return `${before} ${++this.#balance} ${(this.#balance -= 3)} ${(this.#balance **= 2)}`;
  }
  swap(other) {
    [this.#balance, other.#balance] = [other.#balance, this.#balance];
    ({ owner: this.#owner = 'nobody' } = {});
  }
  static read(value) {
    return value.#balance;
  }
  static write(value, balance) {
    value.#balance = balance;
  }
  static has(value) {
    return #balance in value;
  }
  set orElse(value) {
    this.#owner ??= value;
    this.#owner &&= `${this.#owner}!`;
    this.#balance ||= 7;
  }
}

class Base {
  #name = 'base';
  baseName() {
    return this.#name;
  }
}

class Derived extends Base {
  #name = 'derived';
  derivedName() {
    return `${this.#name} ${this.baseName()}`;
  }
}

const early = new Account('early');
early.deposit(5);

vmExport(1, () => {
  const account = new Account('me');
  print(account.deposit(3)); // expect: 3
  print(account.text); // expect: me: 3
  print(account.limit); // expect: -10
  print(account.bump()); // expect: 3 5 2 4
  account.swap(early);
  print(`${account.text}, ${early.text}`); // expect: nobody: 5, early: 4
  Account.write(early, 0);
  early.orElse = 'other';
  print(early.text); // expect: early!: 7

  print(`${Account.has(account)} ${Account.has(early)} ${Account.has({})}`); // expect: true true false
  print(Account.has(Object.create(account))); // expect: false
  print(nameOf(() => Account.has(1))); // expect: TypeError
  print(nameOf(() => Account.has(undefined))); // expect: TypeError
  print(nameOf(() => Account.read({}))); // expect: TypeError
  print(nameOf(() => Account.read(Object.create(account)))); // expect: TypeError
  print(nameOf(() => Account.read(1))); // expect: TypeError
  print(nameOf(() => Account.read('text'))); // expect: TypeError
  print(nameOf(() => Account.read(null))); // expect: TypeError
  print(nameOf(() => Account.read(Account))); // expect: TypeError
  print(nameOf(() => Account.read([1]))); // expect: TypeError
  print(nameOf(() => Account.write({ balance: 1 }, 2))); // expect: TypeError
  print(nameOf(() => Account.write(undefined, 2))); // expect: TypeError

  print(new Derived().derivedName()); // expect: derived base

  // An access after `?.` is part of the chain.
  class Link {
    #next;
    #call = (x) => x + 1;
    constructor(next) {
      this.#next = next;
    }
    static follow(link) {
      return `${link?.#next?.#next?.#next} ${link?.#call(1)} ${link.#next?.#call?.(2)} ${(link?.#next)?.#call(3)}`;
    }
  }
  print(Link.follow(new Link(new Link(undefined)))); // expect: undefined 2 3 4
  print(Link.follow(new Link(null))); // expect: undefined 2 undefined undefined

  // `this` of a call is the object.
  class Caller {
    #method = function () {
      return this;
    };
    test() {
      return this.#method() === this && (0, this.#method)() === undefined && this?.#method() === this;
    }
  }
  print(new Caller().test()); // expect: true
});
