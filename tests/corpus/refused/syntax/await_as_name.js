// await is reserved in modules.
// expect-error: SyntaxError
let await = 1;
