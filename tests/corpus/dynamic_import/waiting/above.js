import './fails.js';
import { log } from './log.js';
log.push('never');
