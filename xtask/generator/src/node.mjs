// Runs programs in node: a line of JSON for each comes in, and one with what it printed goes out. Each has a realm of its own.

import { createInterface } from 'node:readline';
import { types } from 'node:util';
import { SourceTextModule, createContext, runInContext } from 'node:vm';

const MILLISECONDS = 1000;

// Functions have no sources in our engines. node's `Object.fromEntries` closes iterators whose `next` throws; ECMAScript doesn't.
// Nor does it have `join` stop at an array that is in itself: that is a stack overflow.
const PREPARE = `
  const define = (object, methods) => {
    for (const key of Object.keys(methods)) Object.defineProperty(object, key, { value: methods[key] });
  };
  define(Function.prototype, {
    toString() {
      if (typeof this !== 'function') throw new TypeError();
      return 'function(){[native code]}';
    },
  });
  define(Array.prototype, {
    join(separator) {
      if (this === undefined || this === null) throw new TypeError();
      const object = Object(this);
      const length = Math.trunc(+object.length) || 0;
      const between = separator === undefined ? ',' : \`\${separator}\`;
      let text = '';
      for (let index = 0; index < length; index++) {
        if (index > 0) text += between;
        const element = object[index];
        if (element !== undefined && element !== null) text += \`\${element}\`;
      }
      return text;
    },
  });
  define(Object, {
    fromEntries(entries) {
      if (entries === undefined || entries === null) throw new TypeError();
      const object = {};
      for (const entry of entries) {
        if (Object(entry) !== entry) throw new TypeError();
        const key = entry[0];
        const value = entry[1];
        Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
      }
      return object;
    },
  });
`;

const textOf = Function.prototype.toString;

let unhandled = false;
process.on('unhandledRejection', () => (unhandled = true));

// Where properties are hidden there is a line break behind the text: an image doesn't say which those are if no script asks.
function line(prefix, value) {
  hides = false;
  const text = prefix + show(value);
  return hides ? text + '\n' : text;
}

function quoted(text) {
  let out = '"';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    out += unit < 32 || unit > 126 || unit === 34 || unit === 92 ? `\\u${unit.toString(16).padStart(4, '0')}` : text[i];
  }
  return out + '"';
}

// An array that is more than its elements is an object to a host, as the strings of a tagged template are.
function isMere(array) {
  const parent = Object.getPrototypeOf(array);
  if (parent === null || !Object.hasOwn(parent, 'copyWithin')) return false;
  const isFrozen = Object.isFrozen(array);
  if (!isFrozen && !Object.isExtensible(array)) return false;
  return Reflect.ownKeys(array).every((key) => {
    const { writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(array, key);
    if (key === 'length') return isFrozen || writable;
    return typeof key === 'string' && String(Number(key) >>> 0) === key && enumerable && (isFrozen || (writable && configurable));
  });
}

// As `trace.rs` has it: what a host sees of a value.
let hides = false;
function show(value, outer = []) {
  switch (typeof value) {
    case 'number': return Object.is(value, -0) ? '-0' : String(value);
    case 'string': return quoted(value);
    case 'function': return 'function';
    case 'symbol': return 'symbol';
    case 'object': break;
    default: return String(value);
  }
  if (value === null) return 'null';
  if (outer.includes(value)) return 'cycle';
  outer.push(value);
  const own = (key) => {
    const property = Object.getOwnPropertyDescriptor(value, key);
    return property !== undefined && 'value' in property ? show(property.value, outer) : 'undefined';
  };
  let text;
  if (ArrayBuffer.isView(value)) {
    text = `bytes [${[...value].join(', ')}]`;
  } else if (Array.isArray(value) && isMere(value)) {
    const elements = [];
    for (let i = 0; i < value.length; i++) elements.push(own(String(i)));
    text = `[${elements.join(',')}]`;
  } else {
    const isShown = (key) => key !== 'message' && Object.prototype.propertyIsEnumerable.call(value, key);
    const names = Object.getOwnPropertyNames(value);
    const keys = names.filter(isShown);
    if (keys.length < names.length) hides = true;
    text = `{${keys.map((key) => `${quoted(key)}:${own(key)}`).join(',')}}`;
  }
  outer.pop();
  return text;
}

// A script that throws what isn't an error has thrown its value.
function describe(error) {
  if (!types.isNativeError(error)) return 'threw a value';
  let name = error;
  while (!Object.hasOwn(name, 'name')) name = Object.getPrototypeOf(name);
  return `threw ${name.name}`;
}

async function run({ sources, calls, ticks, lines: most }) {
  const lines = [];
  let left;
  const exports = new Map();
  const print = (value) => {
    if (lines.length < most) lines.push(line('', value));
  };
  const tick = () => left-- <= 0;
  const context = createContext({
    vmExport: (id, value) => void exports.set(id, value),
    vmImport: (id) => (id === 1 ? print : tick),
  });
  const modules = new Map();
  for (const [name, source] of Object.entries(sources)) {
    modules.set(name, new SourceTextModule(source, { context, identifier: name }));
  }
  const prepare = new SourceTextModule(PREPARE, { context });
  await prepare.link(() => {});
  await prepare.evaluate();
  const main = modules.get('main.js');
  await main.link((specifier) => modules.get(specifier.slice(2)));
  left = ticks;
  unhandled = false;
  // Jobs are done before a call counts as ended.
  const settle = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    if (unhandled) throw new Error('a rejection that nobody asked for');
  };
  try {
    let isDone = false;
    const evaluated = main.evaluate({ timeout: MILLISECONDS }).finally(() => (isDone = true));
    await Promise.race([evaluated, settle()]);
    if (!isDone) throw Object.assign(new Error('it waits for ever'), { code: 'ERR_SCRIPT_EXECUTION_TIMEOUT' });
    await settle();
  } catch (error) {
    if (unhandled || error?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    await settle();
    lines.push(describe(error));
    return lines;
  }
  for (const { id, arguments: values } of calls) {
    left = ticks;
    lines.push(`call ${id}`);
    try {
      const called = exports.get(id);
      // A host that calls a class constructs.
      const isClass = typeof called === 'function' && /^class\b/.test(textOf.call(called));
      context.$call = () => {
        const passed = values.map((text) => (0, eval)(text));
        return isClass ? new called(...passed) : called(...passed);
      };
      const result = runInContext('$call()', context, { timeout: MILLISECONDS });
      await settle();
      lines.push(line('returned ', result));
    } catch (error) {
      if (unhandled || error?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
      await settle();
      lines.push(describe(error));
    }
  }
  return lines;
}

for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    answer = { lines: await run(JSON.parse(line)) };
  } catch (error) {
    answer = { failure: `${error?.name}: ${error?.message}` };
  }
  process.stdout.write(JSON.stringify(answer) + '\n');
}
