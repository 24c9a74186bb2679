// Objects that are more than their cells say. What tells them apart is undefined until the module is there that makes
// them, so that other programs have no code for them.

let testArguments;
let testTemplate;

export function setArguments(test) {
  testArguments = test;
}

export function setTemplate(test) {
  testTemplate = test;
}

// Whether it is an arguments object.
export function isArguments(value) {
  if (testArguments) return testArguments(value);
  return false;
}

// IsArray (ECMAScript 7.2.2): the strings of a tagged template are an array with a property of its own.
export function isArray(value) {
  if ($isArray(value)) return true;
  if (testTemplate) return testTemplate(value);
  return false;
}
