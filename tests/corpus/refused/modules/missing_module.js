// An import of a file that isn't there.
// expect-error: nowhere
// node: skip — node's error has no name of its own
import './nowhere';
