// Evaluation of modules of which some await at their top level, or are imported by `import()` (ECMAScript 16.2.1.6). Of it
// an image needs only what may still be evaluated there.

import { Error } from './error.js';
import { ownerOf } from './exotic.js';
import { isEnumerable, ownKeys } from './keys.js';
import { Pending, complete, perform, proceed } from './promise.js';

// The states of modules.
const LINKED = 0;
const EVALUATING = 1;
const WAITING = 2;
const EVALUATED = 3;

// How many have been found to wait.
let count = 0;

// The record of a module: functions that evaluate it, one after the other, and whether it awaits, so that they give suspended
// calls; in the end also the records of those it requests.
export function moduleRecord(bodies, awaits, file) {
  return {
    // Undefined once it has been evaluated, with all that it is in a cycle with, and all is well.
    bodies,
    awaits,
    file,
    requested: undefined,
    state: LINKED,
    index: 0,
    ancestor: 0,
    // The first of its cycle to be visited, which all others wait for, and of that one the members of the cycle.
    root: undefined,
    members: undefined,
    // Its place among those that wait, if it does.
    order: -1,
    pending: 0,
    parents: [],
    failure: undefined,
    // What is fulfilled when it doesn't wait any more, if someone has asked.
    ended: undefined,
    // Of one that awaits: what it is evaluated for, the function that is called, its call, and what waits.
    promise: undefined,
    at: 0,
    call: undefined,
    driver: undefined,
    // What its last function has returned.
    result: undefined,
  };
}

// What it throws ends the build, which knows what that is about as long as nobody catches it. Should a session go on, the
// modules can't be had any more.
export function evaluateModules(entry) {
  const stack = [];
  try {
    visit(entry, stack, 0);
  } finally {
    if (stack.length > 0) abandon(stack, new Error('the module could not be evaluated'));
  }
}

// What the entry results in, or where evaluation has come to a stop.
export function finishModules(entry) {
  const root = entry.root;
  if (root.failure !== undefined) throw root.failure.error;
  if (root.state !== WAITING) return [true, entry.result];
  const held = unsettled(root, []);
  const call = held.call;
  return call === undefined ? [false, held.file] : [false, held.file, $code(call), $point(call)];
}

// What a module that waits is held up by: one that waits for no other.
function unsettled(module, seen) {
  seen[seen.length] = module;
  if (module.pending === 0) return module;
  for (let i = 0; i < module.requested.length; i++) {
    const required = module.requested[i];
    // A module may be evaluated before those that it is in a cycle with.
    const waits = required.state === WAITING ? required : required.root;
    if (waits.state !== WAITING || includes(seen, waits)) continue;
    const found = unsettled(waits, seen);
    if (found.pending === 0) return found;
  }
  return module;
}

// `import()`: ContinueDynamicImport (ECMAScript 13.3.10.1) of a module and its namespace. Loading it is a job of its own, as
// is what follows evaluation.
export function importModule(module, namespace) {
  if (module === undefined || module.bodies === undefined) return evaluated(namespace);
  return evaluate(module, namespace);
}

// The same with options that are to be checked (EvaluateImportCall of ECMAScript 2025, 13.3.10.3). All that they may say is
// that it is JSON.
export function importWith(module, namespace, options, isJson) {
  try {
    checkOptions(options, isJson);
  } catch (error) {
    return rejected(error);
  }
  return importModule(module, namespace);
}

async function rejected(error) {
  throw error;
}

function checkOptions(options, isJson) {
  if (options === undefined) return;
  if (!$isObject(options)) $fault('TypeError');
  const attributes = options.with;
  if (attributes === undefined) return;
  if (!$isObject(attributes)) $fault('TypeError');
  const keys = ownKeys(attributes);
  let isKnown = true;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (!isEnumerable(attributes, key)) continue;
    const value = ownerOf && ownerOf(attributes) !== undefined ? $get(attributes, ownerOf(attributes), key) : $own(attributes, key);
    if (key !== 'type' || value !== 'json' || !isJson) isKnown = false;
  }
  if (!isKnown) $fault('TypeError');
}

async function evaluated(namespace) {
  await undefined;
  await undefined;
  return namespace;
}

async function evaluate(module, namespace) {
  await undefined;
  begin(module);
  const root = module.root;
  if (root.state !== WAITING) {
    await undefined;
  } else {
    if (root.ended === undefined) root.ended = new Pending();
    await root.ended;
  }
  if (root.failure !== undefined) throw root.failure.error;
  return namespace;
}

// Evaluate, without the promise. What is thrown is the failure of all that it prevents from being evaluated.
function begin(module) {
  const stack = [];
  try {
    visit(module, stack, 0);
  } catch (error) {
    abandon(stack, error);
  }
}

// The modules whose evaluation an error has ended.
function abandon(stack, error) {
  const failure = { error };
  for (let i = 0; i < stack.length; i++) {
    stack[i].state = EVALUATED;
    stack[i].root = stack[i];
    stack[i].failure = failure;
  }
}

// InnerModuleEvaluation.
function visit(module, stack, first) {
  let index = first;
  if (module.state !== LINKED) {
    if (module.failure !== undefined) throw module.failure.error;
    return index;
  }
  module.state = EVALUATING;
  module.index = index;
  module.ancestor = index;
  index++;
  stack[stack.length] = module;
  for (let i = 0; i < module.requested.length; i++) {
    let required = module.requested[i];
    index = visit(required, stack, index);
    if (required.state === EVALUATING) {
      if (required.ancestor < module.ancestor) module.ancestor = required.ancestor;
    } else {
      required = required.root;
      if (required.failure !== undefined) throw required.failure.error;
    }
    if (required.order >= 0 && required.state !== EVALUATED) {
      module.pending++;
      required.parents[required.parents.length] = module;
    }
  }
  if (module.pending > 0 || module.awaits) {
    module.order = count++;
    if (module.pending === 0) start(module);
  } else {
    execute(module);
  }
  if (module.ancestor !== module.index) return index;
  const members = [];
  let last;
  do {
    last = stack[stack.length - 1];
    stack.length--;
    last.root = module;
    members[members.length] = last;
  } while (last !== module);
  module.members = members;
  for (let i = 0; i < members.length; i++) {
    if (members[i].order < 0) end(members[i]);
    else members[i].state = WAITING;
  }
  return index;
}

// The functions of a module that doesn't await.
function execute(module) {
  for (let i = 0; i < module.bodies.length; i++) module.result = $call(module.bodies[i], undefined);
}

// A module that doesn't wait any more.
function end(module) {
  module.state = EVALUATED;
  if (module.root !== module) return;
  if (module.failure === undefined) {
    for (let i = 0; i < module.members.length; i++) module.members[i].bodies = undefined;
  }
  if (module.ended !== undefined) complete(module.ended, NEXT, undefined);
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

// AsyncModuleExecutionFulfilled.
function fulfill(module) {
  if (module.state === EVALUATED) return;
  end(module);
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
      execute(next);
      end(next);
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
  module.failure = { error };
  end(module);
  for (let i = 0; i < module.parents.length; i++) fail(module.parents[i], error);
}
