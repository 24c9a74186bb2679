// What scripts find besides ECMAScript's own, for editors and type checkers. A tsconfig.json that fits:
//
//     { "compilerOptions": { "target": "ES2024", "lib": ["ES2024"], "types": [], "module": "preserve",
//       "moduleDetection": "force", "resolveJsonModule": true, "noEmit": true } }

/** Gives the host a value under an id from 0 to 65535. Only before the snapshot. */
declare function vmExport(id: number, value: unknown): void;

/**
 * A function that the host has under an id from 0 to 65023. Before the snapshot, the substitute is called instead. Only
 * before the snapshot.
 */
declare function vmImport<F extends (...args: any[]) => any>(id: number, substitute?: F): F;

/** Prints while the script is built. */
declare const console: {
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  debug(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
};

declare const Microvium: {
  readonly isMicrovium: true;
  newUint8Array(length: number): Uint8Array;
  noOpFunction(): void;
  /** What `mvm_typeOf` says of it. */
  typeCodeOf(value: unknown): number;
};

/** Files within the root of a build. Only before the snapshot. */
declare module 'fs' {
  type Encoding = 'utf8' | 'utf-8' | { encoding: 'utf8' | 'utf-8' };
  export function readFileSync(path: string): Uint8Array;
  export function readFileSync(path: string, encoding: Encoding): string;
  export function writeFileSync(path: string, content: string | Uint8Array, encoding?: Encoding): void;
  export function readdirSync(path: string): string[];
  export function existsSync(path: string): boolean;
  export function mkdirSync(path: string, options?: { recursive?: boolean }): void;
  const fs: {
    readFileSync: typeof readFileSync;
    writeFileSync: typeof writeFileSync;
    readdirSync: typeof readdirSync;
    existsSync: typeof existsSync;
    mkdirSync: typeof mkdirSync;
  };
  export default fs;
}

declare module 'node:fs' {
  export * from 'fs';
  export { default } from 'fs';
}
