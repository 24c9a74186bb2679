export const log = [];
export const gate = { open: undefined, passed: undefined };
gate.passed = new Promise((resolve) => {
  gate.open = resolve;
});
