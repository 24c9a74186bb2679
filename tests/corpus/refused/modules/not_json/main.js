// A module that is said to be JSON and isn't.
// expect-error: isn't JSON
// node: skip — node's error has no name of its own
import data from './data.mjs' with { type: 'json' };
vmExport(1, () => data);
