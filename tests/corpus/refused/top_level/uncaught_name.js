// A name nobody declares, used by the top level.
// expect-error: Uncaught ReferenceError
// expect-error: nowhere
nowhere();
