// A JSON file that is none.
// expect-error: SyntaxError
// expect-error: this is no JSON
// expect-error: data.json:2:1
import data from './data.json' with { type: 'json' };
vmExport(1, () => data);
