const open = '<';
export default (x) => open + x + '>';
