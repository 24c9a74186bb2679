import './slow.js';
import './throws.js';
