import { late } from './main.js';

export let seen = '';
try {
  late + 1;
} catch (e) {
  seen = e.name;
}
try {
  late + 1;
} catch (e) {
  seen += ' ' + e.name;
}
