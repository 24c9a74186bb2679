import fs = require('fs');
export const limit = fs;
