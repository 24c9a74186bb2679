// TypeScript's way to export from a CommonJS module.
// expect-error: `export =`
// node: skip — node 20 reads no TypeScript
import { limit } from './limit.ts';
vmExport(1, () => limit);
