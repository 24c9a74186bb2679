#!/usr/bin/env a-first-line-like-this-is-a-comment
// Comments in every place.
const print = vmImport(1);
/* one */ const /* two */ a /* three */ = /* four */ 1; // five
/**
 * Several lines: // /* const a = 2;
 */
function run(/* none */) {
  print(a /* + 1 */ + 1 /* // */); // expect: 2
  print('/* not a comment */ // nor this'.length); // expect: 31
  print(`// ${/* inside */ 'text'}`); // expect: // text
  return /* no line break */ undefined;
}
/* at the end */

vmExport(1, run);
