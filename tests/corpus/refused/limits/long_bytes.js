// The same of a Uint8Array.
// expect-error: 40000 bytes, but an array has at most 32752 elements on the device
const bytes = new Uint8Array(40000);
bytes[39999] = 1;
vmExport(1, (i) => bytes[i]);
