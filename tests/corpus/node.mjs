// Runs the corpus under node, which proves its expectations. The format is described in README.md.

import { readFileSync, readdirSync } from 'node:fs';
import { register } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isMainThread } from 'node:worker_threads';

const root = dirname(fileURLToPath(import.meta.url));

// Node loads this file a second time, in a thread of its own, for this hook: scripts may leave the
// extension of an import out, and are modules whatever folder they are in.
export async function resolve(specifier, context, next) {
  const extensionless = /^\.\.?\/(.*\/)?[^./]+$/.test(specifier);
  const resolved = await next(extensionless ? specifier + '.js' : specifier, context);
  if (!resolved.url.startsWith('file:')) return resolved;
  return { ...resolved, format: resolved.url.endsWith('.json') ? 'json' : 'module' };
}

function findTests(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  if (entries.some((entry) => entry.name === 'main.js')) return [join(folder, 'main.js')];
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return findTests(path);
      return entry.name.endsWith('.js') ? [path] : [];
    });
}

function readTest(path) {
  const texts = (tag) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .map((line) => new RegExp(`// ${tag}:(?: (.*))?$`).exec(line))
      .filter((match) => match !== null)
      .map((match) => (match[1] ?? '').trimEnd());
  const calls = texts('call');
  return {
    path,
    skipped: texts('node').length > 0,
    calls: (calls.length > 0 ? calls : ['1']).map((text) => {
      const [, id, args] = /^(\d+)(?:\((.*)\))?$/.exec(text);
      return { id: Number(id), args: JSON.parse(`[${args ?? ''}]`) };
    }),
    expected: texts('expect'),
    uncaught: texts('expect-uncaught')[0],
    errors: texts('expect-error'),
  };
}

function toText(value) {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text === undefined) throw new Error(`a script may not print ${typeof value}`);
  return text;
}

const describe = (error) =>
  error instanceof Error ? `${error.name}: ${error.message}` : toText(error);

// Runs the test's top level and gives its exports; `print` is import 1.
async function load(test, print) {
  const exports = new Map();
  globalThis.vmImport = (id, substitute) => {
    if (id === 1) return print;
    if (substitute === undefined) throw new Error(`import ${id} isn't bound`);
    return substitute;
  };
  globalThis.vmExport = (id, value) => {
    if (!Number.isInteger(id) || id < 0 || id > 0xffff) throw new RangeError(`bad export id ${id}`);
    if (exports.has(id)) throw new TypeError(`duplicate export id ${id}`);
    exports.set(id, value);
  };
  await import(pathToFileURL(test.path));
  return exports;
}

// What was rejected while nobody asked for it.
const unhandled = [];
process.on('unhandledRejection', (reason) => unhandled.push(reason));

// Whether node loads what an `import()` asked for: another thread resolves and reads it, and answers by a message.
const loading = () => process.getActiveResourcesInfo().includes('MessagePort');

// Until the jobs of a call, or of a top level, are done.
async function jobs() {
  do await new Promise((resolve) => setImmediate(resolve));
  while (loading());
  if (unhandled.length > 0) throw unhandled.splice(0)[0];
}

// Both give what is wrong, or undefined.

async function runAccepted(test) {
  const lines = [];
  let running = false;
  const exports = await load(test, (value) => {
    if (!running) throw new Error('printed while the top level ran');
    lines.push(toText(value));
  });
  let uncaught;
  try {
    await jobs();
    running = true;
    for (const { id, args } of test.calls) {
      let result;
      try {
        result = exports.get(id)(...args);
      } finally {
        await jobs();
      }
      if (result !== undefined) lines.push(`=> ${JSON.stringify(result)}`);
    }
  } catch (error) {
    uncaught = describe(error);
  }
  if (uncaught?.split(':')[0] !== test.uncaught) {
    return `uncaught: expected ${test.uncaught}, found ${uncaught}`;
  }
  if (test.expected.length === 0 && test.uncaught === undefined) return 'expects nothing';
  for (let i = 0; i < Math.max(lines.length, test.expected.length); i++) {
    if (lines[i] !== test.expected[i]) {
      return `line ${i + 1} of the output: expected ${test.expected[i]}, found ${lines[i]}`;
    }
  }
}

async function runRefused(test) {
  if (test.errors.length === 0) return 'expects no error';
  const wanted = test.errors
    .map((text) => /^(?:Uncaught )?(\w*Error)$/.exec(text)?.[1])
    .find((name) => name !== undefined);
  const found = await load(test, () => {}).then(
    () => undefined,
    (error) => error.name,
  );
  // What is still to be done is no other test's.
  await jobs().catch(() => {});
  if (found !== wanted) return `expected ${wanted ?? 'no error'} of node, found ${found}`;
}

// Makes the global object what it was before a script.
function restore(globals) {
  for (const key of Reflect.ownKeys(globalThis)) {
    if (!Object.hasOwn(globals, key)) delete globalThis[key];
  }
  for (const key of Reflect.ownKeys(globals)) {
    if (globals[key].configurable) Object.defineProperty(globalThis, key, globals[key]);
  }
}

async function main(filters) {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  const nodeConsole = { ...console };
  const globals = Object.getOwnPropertyDescriptors(globalThis);
  for (const path of findTests(root)) {
    const name = relative(root, path);
    if (filters.length > 0 && !filters.some((filter) => name.includes(filter))) continue;
    const test = readTest(path);
    if (test.skipped) {
      skipped++;
      continue;
    }
    const run = name.startsWith('refused') ? runRefused : runAccepted;
    const problem = await run(test).catch((error) => `failed with ${describe(error)}`);
    Object.assign(console, nodeConsole);
    restore(globals);
    if (problem === undefined) {
      passed++;
    } else {
      failed++;
      console.log(`${name}: ${problem}`);
    }
  }
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed > 0 ? 1 : 0;
}

if (isMainThread) {
  register(import.meta.url);
  await main(process.argv.slice(2));
}
