// Variables of several modules, written by their own functions after the snapshot.
// call: 1
// call: 1
import { count, bump, history } from './state';
import * as state from './state';
import { derived } from './derived';
const print = vmImport(1);

vmExport(1, () => {
  bump('call');
  print(count + ' ' + state.count + ' ' + history.length + ' ' + history[history.length - 1] + ' ' + derived());
});
// expect: 12 12 2 call twice 24
// expect: 13 13 3 call twice 26
