export const log = [];
function makeGate() {
  const gate = {};
  gate.passed = new Promise((resolve) => {
    gate.open = resolve;
  });
  return gate;
}
export const gate = makeGate();
export const waits = makeGate();
