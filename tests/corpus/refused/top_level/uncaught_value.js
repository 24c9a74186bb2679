// A thrown text.
// expect-error: Uncaught just text
throw 'just text';
