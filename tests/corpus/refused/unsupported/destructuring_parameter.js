// Destructuring of a parameter.
// expect-error: destructuring
const f = ({ a }) => a;
