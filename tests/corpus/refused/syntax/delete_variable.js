// Variables can't be deleted.
// expect-error: SyntaxError
let x = 1;
delete x;
