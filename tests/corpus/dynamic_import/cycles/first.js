import './second.js';
await 0;
throw 'A';
