// CRC-16 with a table. The table is computed at build time; in the image it is 256 numbers of two bytes each, and the
// function that computed it is gone.

function makeTable() {
  const table = [];
  for (let i = 0; i < 256; i++) {
    let crc = i << 8;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1;
    table.push(crc & 0xffff);
  }
  return table;
}

const table = makeTable();

export function crc16(bytes) {
  let crc = 0xffff;
  for (let i = 0; i < bytes.length; i++) crc = ((crc << 8) ^ table[(crc >> 8) ^ bytes[i]]) & 0xffff;
  return crc;
}
