export const present = 1;
const absent = 2;
