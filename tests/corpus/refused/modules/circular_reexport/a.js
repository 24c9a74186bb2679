export { round } from './b';
