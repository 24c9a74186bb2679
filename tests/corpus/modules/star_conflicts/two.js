export const own = 'own of two';
export const conflict = 2;
export const onlyTwo = 'two';
export * from './base';
export default 2;
