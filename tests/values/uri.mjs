// encodeURI and its like, escape and unescape.
import { attempt, show } from './shared/show.mjs';

const print = vmImport(1);

const TEXTS = [
  '', 'abc', 'a b', ";/?:@&=+$,#", "-_.!~*'()", '"%<>[]\\^`{|}', '\u0000\u007f\u0080\u07ff\u0800\uffff', '\ud83d\ude00', '\ud800', '\udc00', '\ud800a', 'x\udc00\ud800', 'é€😀',
  '%', '%4', '%41', '%4g', '%g1', '%41%42', '%%41', '%u0041', '%u00e', '%u00zz', '%U0041', '%2F%3f%23%24', '%c3%a9', '%C3%A9', '%c3', '%c3%', '%c3%a', '%c3a9', '%c3%41', '%e2%82%ac', '%e2%82', '%f0%9f%98%80', '%f0%9f%98', '%80', '%bf', '%c0%80', '%c1%bf', '%e0%80%80',
  '%e0%9f%bf', '%ed%a0%80', '%ed%9f%bf', '%f0%80%80%80', '%f4%8f%bf%bf', '%f4%90%80%80', '%f8%88%80%80%80', '%ff', '%fe', '%00', '%7F', 'a%20b', '%e4%f6%fc', 'http://a.b/c d?e=f&g=h#i', '\u00ff\u0100', '@*_+-./', '%u', '%u1', '%uD83D%uDE00', '%A', '%1',
  undefined, null, 12.5, -0, true, [], [1, 'ä'], {}, { toString: () => '%25' }, Symbol('s'),
];
const NAMES = ['decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'unescape'];
const functions = [decodeURI, decodeURIComponent, encodeURI, encodeURIComponent, escape, unescape];

vmExport(1, () => {
  for (let i = 0; i < functions.length; i++) {
    print(`${NAMES[i]}() ${attempt(() => functions[i]())}`);
    for (const text of TEXTS) print(`${NAMES[i]}(${show(text)}) ${attempt(() => functions[i](text))}`);
    for (let unit = 0; unit < 300; unit++) print(`${NAMES[i]} ${unit} ${attempt(() => functions[i](String.fromCharCode(unit)))}`);
  }
  for (let byte = 0; byte < 256; byte++) {
    const text = '%' + (byte < 16 ? '0' : '') + byte.toString(16);
    print(`${text} ${attempt(() => decodeURI(text))} ${attempt(() => decodeURIComponent(text))} ${attempt(() => unescape(text))} ${attempt(() => decodeURIComponent(text + '%80'))} ${attempt(() => decodeURIComponent(text + '%80%80'))} ${attempt(() => decodeURIComponent(text + '%bf%bf%bf'))}`);
  }
  try {
    decodeURI('%');
  } catch (error) {
    print(`${error.name} ${error.message} ${error instanceof URIError} ${error instanceof Error}`);
  }
});
