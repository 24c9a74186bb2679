export const a = 'a', b = 'b';
export default 'default of lib';
