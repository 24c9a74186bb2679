import { log } from './log.js';
import './third.js';
log.push('outside');
