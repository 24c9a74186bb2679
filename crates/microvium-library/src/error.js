// Error and its classes (ECMAScript 20.5).

import { setPrototype } from './native.js';

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

setPrototype(TypeError.prototype, Error.prototype);
setPrototype(RangeError.prototype, Error.prototype);
setPrototype(ReferenceError.prototype, Error.prototype);
setPrototype(SyntaxError.prototype, Error.prototype);
Error.prototype.name = 'Error';
Error.prototype.message = '';
TypeError.prototype.name = 'TypeError';
RangeError.prototype.name = 'RangeError';
ReferenceError.prototype.name = 'ReferenceError';
SyntaxError.prototype.name = 'SyntaxError';

