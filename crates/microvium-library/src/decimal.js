// The exact decimal digits of numbers.

import { charCode, slice } from './native.js';
import { repeat } from './text.js';

const LIMB = 0x1000000;
const GROUP = 10000000;

// The digits of an integer times 2 ** power.
function shifted(integer, power) {
  // Groups of seven digits, the lowest first.
  const groups = [];
  for (let rest = integer; rest > 0; ) {
    const group = rest % GROUP;
    groups[groups.length] = group;
    rest = (rest - group) / GROUP;
  }
  for (let i = 0; i < power; i++) {
    let carry = 0;
    for (let k = 0; k < groups.length; k++) {
      const double = groups[k] * 2 + carry;
      carry = double >= GROUP ? 1 : 0;
      groups[k] = double - carry * GROUP;
    }
    if (carry > 0) groups[groups.length] = carry;
  }
  let text = `${groups[groups.length - 1]}`;
  for (let k = groups.length - 2; k >= 0; k--) {
    const group = `${groups[k]}`;
    text += repeat('0', 7 - group.length) + group;
  }
  return text;
}

// A finite number that isn't negative: the digits of its integer, and its fraction as parts of 24 bits.
export function expand(value) {
  let fraction = value % 1;
  let integer = value - fraction;
  const limbs = [];
  while (fraction > 0) {
    const bits = fraction * LIMB;
    fraction = bits % 1;
    limbs[limbs.length] = bits - fraction;
  }
  let power = 0;
  while (integer >= 9007199254740992) {
    integer /= 2;
    power++;
  }
  return { whole: power > 0 ? shifted(integer, power) : `${integer}`, limbs: limbs };
}

// Takes the first digit of a fraction.
export function nextDigit(limbs) {
  let carry = 0;
  for (let i = limbs.length - 1; i >= 0; i--) {
    const product = limbs[i] * 10 + carry;
    const rest = product % LIMB;
    limbs[i] = rest;
    carry = (product - rest) / LIMB;
  }
  while (limbs.length > 0 && limbs[limbs.length - 1] === 0) limbs.length -= 1;
  return carry;
}

// Digits without the last, which says whether to round up.
export function roundDigits(digits) {
  let last = digits.length - 1;
  if (charCode(digits, last) < 0x35) return slice(digits, 0, last);
  let zeros = '';
  while (--last >= 0) {
    const unit = charCode(digits, last);
    if (unit < 0x39) return `${slice(digits, 0, last)}${unit - 0x30 + 1}${zeros}`;
    zeros += '0';
  }
  return '1' + zeros;
}

// The shortest digits that mean a number, from its text.
function shortest(value) {
  const text = `${value}`;
  let digits = '';
  let point = -1;
  let exponent = 0;
  let i = 0;
  for (; i < text.length; i++) {
    const unit = charCode(text, i);
    if (unit === 0x2e) point = digits.length;
    else if (unit === 0x65) break;
    else digits += text[i];
  }
  if (i < text.length) exponent = +slice(text, i + 1, text.length);
  if (point < 0) point = digits.length;
  let start = 0;
  while (start < digits.length - 1 && charCode(digits, start) === 0x30) start++;
  let end = digits.length;
  while (end > start + 1 && charCode(digits, end - 1) === 0x30) end--;
  return { digits: slice(digits, start, end), exponent: exponent + point - 1 - start };
}

// The first `count` digits of a number, rounded, and the exponent of the first; as many as it takes to
// tell the number if `count` is 0.
export function leadingDigits(value, count) {
  if (value === 0) return { digits: repeat('0', count > 0 ? count : 1), exponent: 0 };
  if (count === 0) return shortest(value);
  const expanded = expand(value);
  let digits = expanded.whole;
  let exponent = digits.length - 1;
  if (digits === '0') {
    let digit = 0;
    do {
      digit = nextDigit(expanded.limbs);
      exponent--;
    } while (digit === 0);
    digits = `${digit}`;
  }
  while (digits.length <= count) digits += nextDigit(expanded.limbs);
  const rounded = roundDigits(slice(digits, 0, count + 1));
  // One digit more means that all were nines.
  return { digits: slice(rounded, 0, count), exponent: exponent + rounded.length - count };
}
