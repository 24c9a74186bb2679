import './slow.js';
