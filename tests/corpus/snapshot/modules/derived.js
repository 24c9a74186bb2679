import { count, bump } from './state';
bump('while building');
export const derived = () => 'twice ' + count * 2;
