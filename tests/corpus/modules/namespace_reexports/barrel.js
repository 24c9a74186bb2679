import * as again from './inner';
export * as inner from './inner';
export { again };
export * from './inner';
export * as barrel from './barrel';
