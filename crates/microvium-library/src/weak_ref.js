// WeakRef (ECMAScript 26.1).

import { defer, symbolToStringTag } from './native.js';
import { fallBack } from './exotic.js';
import { tag } from './provide.js';
import { register, requireWeak } from './weak.js';

// What scripts have seen alive in this turn of the host (KeepDuringJob, 9.9.2): it lives on until that ends.
let kept;

function release() {
  try {
    return defer();
  } finally {
    kept.targets = undefined;
    kept = undefined;
  }
}

export class WeakRef {
  #list;
  // The turn in which the target was kept last.
  #turn;

  constructor(target) {
    requireWeak(target);
    if (fallBack) fallBack(this, WeakRef);
    this.#list = [this, target];
    register(this.#list);
    this.#keep(target);
  }

  #keep(target) {
    if (kept === undefined) {
      kept = { targets: [] };
      release();
    }
    if (this.#turn === kept) return;
    const { targets } = kept;
    targets[targets.length] = target;
    this.#turn = kept;
  }

  deref() {
    const target = this.#list[1];
    if (target !== undefined) this.#keep(target);
    return target;
  }
}

tag(WeakRef.prototype, symbolToStringTag, 'WeakRef');
