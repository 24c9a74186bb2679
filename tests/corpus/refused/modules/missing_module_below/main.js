// An import of a missing file by an imported module.
// expect-error: nowhere
// node: skip — node's error has no name of its own
import './lib';
