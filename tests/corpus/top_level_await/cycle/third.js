import { log } from './log.js';
import './second.js';
log.push('third');
