// Bytes that would share memory are refused.
// node: skip — node shares it
const print = vmImport(1);

vmExport(1, () => {
  const bytes = new Uint8Array(4);
  for (const share of [() => bytes.subarray(1), () => bytes.buffer]) {
    try {
      share();
    } catch (error) {
      print(error instanceof Error && !(error instanceof TypeError));
      // expect: true
      // expect: true
    }
  }
});
