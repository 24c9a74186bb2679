export { value } from './inner';
