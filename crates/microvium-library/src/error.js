// Error and its classes (ECMAScript 20.5).

import { setPrototype, trace } from './native.js';
import { fallBack } from './exotic.js';
import { fix, provide } from './provide.js';

// What the constructors have in common. Before the snapshot errors have a `stack`.
function begin(error, message, options) {
  if (message !== undefined) $hide(error, 'message', `${message}`);
  if ($isObject(options) && 'cause' in options) $hide(error, 'cause', options.cause);
  if (trace) trace(error);
  // It knows itself: what inherits from it is none.
  error.$$error = error;
}

export function Error(message, options) {
  if ($called()) return new Error(message, options);
  if (fallBack) fallBack(this, Error);
  $keys('message');
  begin(this, message, options);
}

export function TypeError(message, options) {
  if ($called()) return new TypeError(message, options);
  if (fallBack) fallBack(this, TypeError);
  $keys('message');
  begin(this, message, options);
}

export function RangeError(message, options) {
  if ($called()) return new RangeError(message, options);
  if (fallBack) fallBack(this, RangeError);
  $keys('message');
  begin(this, message, options);
}

export function ReferenceError(message, options) {
  if ($called()) return new ReferenceError(message, options);
  if (fallBack) fallBack(this, ReferenceError);
  $keys('message');
  begin(this, message, options);
}

export function SyntaxError(message, options) {
  if ($called()) return new SyntaxError(message, options);
  if (fallBack) fallBack(this, SyntaxError);
  $keys('message');
  begin(this, message, options);
}

export function EvalError(message, options) {
  if ($called()) return new EvalError(message, options);
  if (fallBack) fallBack(this, EvalError);
  $keys('message');
  begin(this, message, options);
}

export function URIError(message, options) {
  if ($called()) return new URIError(message, options);
  if (fallBack) fallBack(this, URIError);
  $keys('message');
  begin(this, message, options);
}

export function AggregateError(errors, message, options) {
  if ($called()) return new AggregateError(errors, message, options);
  if (fallBack) fallBack(this, AggregateError);
  $keys('message', 'errors');
  begin(this, message, options);
  $hide(this, 'errors', [...errors]);
}

// `delete super.x` (ECMAScript 13.5.1.2).
export function deleteSuper() {
  throw new ReferenceError('A property of super was deleted.');
}

const methods = {
  toString() {
    if (!$isObject(this)) $fault('TypeError'); //: `this` is no object
    const nameOrNone = this.name;
    const name = nameOrNone === undefined ? 'Error' : `${nameOrNone}`;
    const messageOrNone = this.message;
    const message = messageOrNone === undefined ? '' : `${messageOrNone}`;
    if (name === '') return message;
    return message === '' ? name : `${name}: ${message}`;
  },
};

$hide(Error.prototype, 'name', 'Error');
$hide(Error.prototype, 'message', '');
provide(Error.prototype, methods);
fix(Error, { prototype: Error.prototype });

function derive(constructor, name) {
  setPrototype(constructor, Error);
  setPrototype(constructor.prototype, Error.prototype);
  fix(constructor, { prototype: constructor.prototype });
  $hide(constructor.prototype, 'name', name);
  $hide(constructor.prototype, 'message', '');
}
derive(TypeError, 'TypeError');
derive(RangeError, 'RangeError');
derive(ReferenceError, 'ReferenceError');
derive(SyntaxError, 'SyntaxError');
derive(EvalError, 'EvalError');
derive(URIError, 'URIError');
derive(AggregateError, 'AggregateError');

