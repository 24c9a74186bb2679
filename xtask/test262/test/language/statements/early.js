/*---
description: A name declared twice
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();

let a;
let a;
