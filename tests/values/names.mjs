// What the library's objects have, and with which attributes.
import { attempt, show } from './shared/show.mjs';

const print = vmImport(1);

// What isn't there, or is the engine's own affair: what needs regular expressions or a kind of object that there is none
// of, what browsers keep for old pages, and what node adds.
const MISSING = [
  'arguments', 'caller', 'length', 'name', 'captureStackTrace', 'prepareStackTrace', 'stackTraceLimit', 'anchor', 'big', 'blink',
  'bold', 'fixed', 'fontcolor', 'fontsize', 'groupBy', 'italics', 'link', 'localeCompare', 'normalize', 'small', 'strike', 'sub',
  'sup', '__defineGetter__', '__defineSetter__', '__lookupGetter__', '__lookupSetter__',
];
const SYMBOLS = [
  'asyncDispose', 'dispose', 'hasInstance', 'isConcatSpreadable', 'match', 'matchAll', 'replace', 'search', 'species', 'split',
  'unscopables',
];

const all = {
  Array, Boolean, Error, EvalError, JSON, Math, Number, Object, RangeError, Reflect, String, Symbol, TypeError, URIError,
};
const prototypes = { Array, Boolean, Error, Function, Number, Object, RangeError, String, Symbol, URIError };
const lines = [];

function note(name, object) {
  for (const key of Reflect.ownKeys(object).map((it) => [typeof it === 'symbol' ? it.toString() : it, it]).sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    if (MISSING.includes(key[0]) || (name === 'Symbol' && SYMBOLS.includes(key[0]))) continue;
    // Which symbols there are as keys, scripts of the corpus say.
    if (typeof key[1] === 'symbol') continue;
    const it = Object.getOwnPropertyDescriptor(object, key[1]);
    const flags = `${it.writable ? 'w' : ''}${it.enumerable ? 'e' : ''}${it.configurable ? 'c' : ''}`;
    const what = 'value' in it ? (typeof it.value === 'object' ? 'object' : show(it.value)) : `${typeof it.get} ${typeof it.set}`;
    lines.push(`${name}.${key[0]} ${flags} ${what}`);
  }
}
for (const name of Object.keys(all)) note(name, all[name]);
for (const name of Object.keys(prototypes)) note(`${name}.prototype`, prototypes[name].prototype);

vmExport(1, () => {
  for (const line of lines) print(line);
});
