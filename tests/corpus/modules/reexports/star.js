export const c = 'c';
export default 'never passed on';
