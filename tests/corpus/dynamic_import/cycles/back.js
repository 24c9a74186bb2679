import './open.js';
import { log } from './log.js';
log.push('back runs');
