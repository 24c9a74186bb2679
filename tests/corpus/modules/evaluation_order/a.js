import { log } from './log';
import './a1';
import './a2';
log.push('a');
