// A function made of a text.
// expect-error: `Function` of a text
const f = new Function('a', 'return a + 1');
