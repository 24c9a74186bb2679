export const own = 'own of one';
export const conflict = 1;
export const onlyOne = 'one';
export { shared } from './base';
export default 1;
