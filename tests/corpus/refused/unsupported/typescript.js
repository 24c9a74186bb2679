// Types in a file that isn't named as TypeScript.
// expect-error: TypeScript
// expect-error: name the file `.ts`
// node: skip — it is no JavaScript
const limit: number = 10;
