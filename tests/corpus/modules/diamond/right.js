import { next as following } from './shared/../shared/state';
export const right = () => following();
