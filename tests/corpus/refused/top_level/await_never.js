// Nothing settles what a module awaits.
// expect-error: await_never.js awaits
// expect-error: never settled
// expect-error: await_never.js:6:1
// node: skip — it warns and ends
await new Promise(() => {});
