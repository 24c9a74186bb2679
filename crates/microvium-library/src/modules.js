// Evaluation of modules of which some await at their top level (ECMAScript 16.2.1.6). A build needs it, and no image.

import { Pending, complete, perform, proceed } from './promise.js';

// The states of modules.
const LINKED = 0;
const EVALUATING = 1;
const WAITING = 2;
const EVALUATED = 3;

// The modules that are evaluated, the last one for its own sake.
let modules;
// How many have been found to wait, and what was thrown where the last module can't be evaluated.
let count = 0;
let failure;
let value;

// Each module has functions that evaluate it, one after the other; whether it awaits, so that they give suspended calls; and
// the indices of those it requests.
export function evaluateModules(list) {
  modules = [];
  failure = undefined;
  value = undefined;
  for (let i = 0; i < list.length; i++) {
    modules[i] = {
      bodies: list[i].bodies,
      awaits: list[i].awaits,
      requested: list[i].requested,
      state: LINKED,
      index: 0,
      ancestor: 0,
      root: undefined,
      // Its place among those that wait, if it does.
      order: -1,
      pending: 0,
      parents: [],
      failure: undefined,
      // Of one that awaits: what it is evaluated for, the function that is called, its call, and what waits.
      promise: undefined,
      at: 0,
      call: undefined,
      driver: undefined,
      // What its last function has returned.
      result: undefined,
    };
  }
  visit(modules[list.length - 1], [], 0);
}

// What the last module results in, or where evaluation has come to a stop.
export function finishModules() {
  const all = modules;
  modules = undefined;
  if (failure !== undefined) throw failure.error;
  for (let i = 0; i < all.length; i++) {
    if (all[i].state === WAITING && all[i].pending === 0) return [false, i];
  }
  return [true, value];
}

// InnerModuleEvaluation. What it throws ends the build.
function visit(module, stack, first) {
  let index = first;
  if (module.state !== LINKED) return index;
  module.state = EVALUATING;
  module.index = index;
  module.ancestor = index;
  index++;
  stack[stack.length] = module;
  for (let i = 0; i < module.requested.length; i++) {
    let required = modules[module.requested[i]];
    index = visit(required, stack, index);
    if (required.state === EVALUATING) {
      if (required.ancestor < module.ancestor) module.ancestor = required.ancestor;
    } else {
      required = required.root;
    }
    if (required.order >= 0) {
      module.pending++;
      required.parents[required.parents.length] = module;
    }
  }
  if (module.pending > 0 || module.awaits) {
    module.order = count++;
    if (module.pending === 0) start(module);
  } else {
    evaluate(module);
  }
  if (module.ancestor !== module.index) return index;
  for (;;) {
    const last = stack[stack.length - 1];
    stack.length--;
    last.state = last.order < 0 ? EVALUATED : WAITING;
    last.root = module;
    if (last === module) return index;
  }
}

// A module that doesn't await.
function evaluate(module) {
  let result;
  for (let i = 0; i < module.bodies.length; i++) result = $call(module.bodies[i], undefined);
  end(module, result);
}

// What a function of a module that awaits gives.
export function moduleCall(call) {
  return call;
}

// A module that does.
function start(module) {
  const promise = new Pending();
  perform(promise, behind(module));
  module.promise = promise;
  module.call = $call(module.bodies[0], undefined);
  module.driver = drive(module);
  proceed(module.driver, NEXT, undefined);
}

function behind(module) {
  const how = $suspend(undefined);
  const sent = $sent();
  if (how === THROW) fail(module, sent);
  else fulfill(module);
}

// Waits in place of the functions of a module, so that they are as one.
function drive(module) {
  let how = $suspend(undefined);
  let sent = $sent();
  for (;;) {
    const call = module.call;
    const point = $point(call);
    try {
      // Points with even numbers, but the start, see nothing of how the call ends.
      if (how === THROW && point !== 0 && (point & 1) === 0) throw sent;
      $setPoint(call, null);
      sent = $call($code(call), call, how, sent, point);
    } catch (error) {
      complete(module.promise, THROW, error);
      return;
    }
    if ($point(call) !== null) {
      $setPoint(module.driver, 0);
      return sent;
    }
    module.at++;
    if (module.at === module.bodies.length) {
      // Not what the promise is for: a promise that a module ends with isn't waited for.
      module.result = sent;
      complete(module.promise, NEXT, undefined);
      return;
    }
    module.call = $call(module.bodies[module.at], undefined);
    how = NEXT;
    sent = undefined;
  }
}

function end(module, result) {
  if (module === modules[modules.length - 1]) value = result;
}

// AsyncModuleExecutionFulfilled.
function fulfill(module) {
  if (module.state === EVALUATED) return;
  module.state = EVALUATED;
  end(module, module.result);
  const ready = [];
  gather(module, ready);
  // In the order in which they were found to wait.
  for (let i = 0; i < ready.length; i++) {
    for (let k = i + 1; k < ready.length; k++) {
      if (ready[k].order < ready[i].order) [ready[i], ready[k]] = [ready[k], ready[i]];
    }
  }
  for (let i = 0; i < ready.length; i++) {
    const next = ready[i];
    if (next.state === EVALUATED) continue;
    if (next.awaits) {
      start(next);
      continue;
    }
    try {
      evaluate(next);
      next.state = EVALUATED;
    } catch (error) {
      fail(next, error);
    }
  }
}

function includes(list, module) {
  for (let i = 0; i < list.length; i++) {
    if (list[i] === module) return true;
  }
  return false;
}

// GatherAvailableAncestors.
function gather(module, ready) {
  for (let i = 0; i < module.parents.length; i++) {
    const parent = module.parents[i];
    if (includes(ready, parent) || parent.root.failure !== undefined) continue;
    if (--parent.pending > 0) continue;
    ready[ready.length] = parent;
    if (!parent.awaits) gather(parent, ready);
  }
}

// AsyncModuleExecutionRejected.
function fail(module, error) {
  if (module.state === EVALUATED) return;
  module.state = EVALUATED;
  module.failure = { error };
  for (let i = 0; i < module.parents.length; i++) fail(module.parents[i], error);
  if (module === modules[modules.length - 1]) failure = module.failure;
}
