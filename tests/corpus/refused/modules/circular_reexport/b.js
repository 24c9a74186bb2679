export { round } from './a';
