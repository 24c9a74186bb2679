// Import attributes.
// expect-error: attribute
// node: skip — needs the file
import data from './data.css' with { type: 'css' };
