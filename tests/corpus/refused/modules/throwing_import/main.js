// An exception while an imported module runs.
// expect-error: Uncaught RangeError
import './throws';
vmExport(1, () => 1);
