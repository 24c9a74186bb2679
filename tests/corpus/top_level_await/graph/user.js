import { log } from './log.js';
import { value } from './waits.js';
log.push(`user sees ${value}`);
export default value;
