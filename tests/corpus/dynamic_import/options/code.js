export const value = 'code';
