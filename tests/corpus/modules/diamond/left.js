import { next } from './shared/state.js';
export const left = () => next();
