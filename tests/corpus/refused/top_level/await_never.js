// Nothing settles what a module awaits.
// expect-error: await_never.js awaits
// expect-error: never settled
// node: skip — it warns and ends
await new Promise(() => {});
