import { five } from './lexical.js';
export function read() {
  return five;
}
export let seen;
try {
  seen = five;
} catch (error) {
  seen = error.name;
}
