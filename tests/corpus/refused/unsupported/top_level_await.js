// await at the top level of a module.
// expect-error: await
const x = await 1;
