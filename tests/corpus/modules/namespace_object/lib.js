export const z = 'last';
export let a = 1;
export default function () {}
export * as inner from './lib';
