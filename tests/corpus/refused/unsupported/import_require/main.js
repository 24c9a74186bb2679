// TypeScript's way to import a CommonJS module.
// expect-error: `import … = require`
// node: skip — node 20 reads no TypeScript
import { limit } from './limit.ts';
vmExport(1, () => limit);
