// Empty statements, directives, and expressions as statements.
const print = vmImport(1);

'use strict';
'another directive';

function run() {
  'use strict';
  ;
  {}
  {
    ;
  }
  1;
  'text';
  (function () {});
  [];
  ({});
  ({ a: 1 }).a;
  -1;
  !true;
  null;
  undefined;
  if (true);
  while (false);
  for (; false; );
  print('end'); // expect: end
  label: ;
  var x = 1, y, z = x + 1;
  x, y, z;
  print(z); // expect: 2
  !function () { print('called'); }(); // expect: called
}

vmExport(1, run);
