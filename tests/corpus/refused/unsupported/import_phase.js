// Modules that are evaluated when they are used first.
// expect-error: import phases
// node: skip — node 20 lacks it
import defer * as shared from '../../shared/console.mjs';
vmExport(1, () => shared);
