// Async arrow functions.
// expect-error: async
const f = async (x) => x;
