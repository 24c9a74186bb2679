// Any module may call vmExport and vmImport.
// call: 10(5)
// call: 11
// call: 10(1)
import { register } from './registry';
import './handlers';
// expect: total 15
// expect: => 15
register(11, () => 'registered by main'); // expect: => "registered by main"
// expect: total 16
// expect: => 16
