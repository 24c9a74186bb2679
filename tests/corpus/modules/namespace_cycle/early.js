
import { nameOf } from '../../shared/name_of.mjs';
import * as main from './main';

function Child() {}
Child.prototype = main;

export const seen = {
  namespace: main,
  type: typeof main,
  read: nameOf(() => main.value),
  computed: nameOf(() => main['fix' + 'ed']),
  called: nameOf(() => main.hoisted()),
  inherited: 'value' in new Child(),
  has: 'value' in main && 'fixed' in main,
  lacks: 'missing' in main,
  loose: main.loose === undefined,
  hoisted: typeof main.hoisted,
  written: nameOf(() => { main.value = 1; }),
  added: nameOf(() => { main.extra = 1; }),
  deleted: nameOf(() => { delete main.value; }),
  absent: delete main.missing,
};
