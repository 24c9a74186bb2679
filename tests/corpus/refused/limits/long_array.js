// An array has at most 32,752 elements on the device: not more when it is made before the snapshot.
// expect-error: array of 32753 integers, but an array has at most 32752 elements on the device
const list = [];
for (let i = 0; i < 32753; i++) list[i] = i & 127;
vmExport(1, (i) => list[i]);
