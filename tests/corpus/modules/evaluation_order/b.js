import { log } from './log';
import './a2';
log.push('b');
