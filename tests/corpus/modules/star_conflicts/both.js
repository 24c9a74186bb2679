export * from './one';
export * from './two';
export const own = 'own of both';
