// Imported code runs at build time too.

import { crc16 } from './crc16.js';

// "123456789": the check value of this CRC is 10673.
const message = [49, 50, 51, 52, 53, 54, 55, 56, 57];
vmExport(1, () => crc16(message));
