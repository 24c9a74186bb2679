import { log } from './log';
import './a1';
log.push('a2');
