import './waits.js';
null.x;
