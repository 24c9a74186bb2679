// `console` is an ordinary object whose functions exist only before the snapshot. Given one of the host's, the
// device has it, too.
//
//     microvium examples/console.js && microvium run examples/console.mvm-bc --call 1
//
// prints "before" while it is built, and "after" when it is resumed.
console.log('before');
console.log = vmImport(1);

vmExport(1, () => console.log('after'));
