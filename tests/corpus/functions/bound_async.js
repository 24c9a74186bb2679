// A bound async function inherits from what async functions do, where nothing else is bound.
const print = vmImport(1);
vmExport(1, () => {
  const waits = async (a) => a;
  print(waits.bind(null, 1).constructor.name); // expect: AsyncFunction
});
