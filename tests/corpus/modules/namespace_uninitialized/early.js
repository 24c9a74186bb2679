import * as ns from './main';

function outcome(f) {
  try {
    return `${f()}`;
  } catch (error) {
    return error.name;
  }
}

export const seen = {
  keys: outcome(() => Object.keys(ns)),
  own: outcome(() => Object.prototype.hasOwnProperty.call(ns, 'value')),
  descriptor: outcome(() => Reflect.getOwnPropertyDescriptor(ns, 'value')),
  define: outcome(() => Reflect.defineProperty(ns, 'value', {})),
  frozen: outcome(() => Object.isFrozen(ns)),
  forIn: outcome(() => {
    for (const key in ns) if (key === 'none') return key;
  }),
  ownKeys: outcome(() => Reflect.ownKeys(ns).length),
  has: outcome(() => Reflect.has(ns, 'value')),
  deleted: outcome(() => Reflect.deleteProperty(ns, 'value')),
  set: outcome(() => Reflect.set(ns, 'value', 1)),
  sealed: outcome(() => Object.isSealed(ns)),
};
