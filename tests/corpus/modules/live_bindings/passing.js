export { count as n } from './counter';
export * from './counter';
