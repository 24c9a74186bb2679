// Error and its classes (ECMAScript 20.5). `inherit` is the build's: it makes the second function's
// prototype inherit from the first one's.

export function Error(message) {
  if (!(this instanceof Error)) return new Error(message);
  if (message !== undefined) this.message = `${message}`;
}

export function TypeError(message) {
  if (!(this instanceof TypeError)) return new TypeError(message);
  if (message !== undefined) this.message = `${message}`;
}

export function RangeError(message) {
  if (!(this instanceof RangeError)) return new RangeError(message);
  if (message !== undefined) this.message = `${message}`;
}

export function ReferenceError(message) {
  if (!(this instanceof ReferenceError)) return new ReferenceError(message);
  if (message !== undefined) this.message = `${message}`;
}

export function SyntaxError(message) {
  if (!(this instanceof SyntaxError)) return new SyntaxError(message);
  if (message !== undefined) this.message = `${message}`;
}

inherit(Error, TypeError);
inherit(Error, RangeError);
inherit(Error, ReferenceError);
inherit(Error, SyntaxError);
Error.prototype.name = 'Error';
Error.prototype.message = '';
TypeError.prototype.name = 'TypeError';
RangeError.prototype.name = 'RangeError';
ReferenceError.prototype.name = 'ReferenceError';
SyntaxError.prototype.name = 'SyntaxError';
