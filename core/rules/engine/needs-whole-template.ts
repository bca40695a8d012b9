import type { AnyRule } from '../rule.ts';

/** Rules whose name says that something is not there. */
const absence = /(?:^|-)(?:unused|missing|undeclared|undefined|empty|without)(?:-|$)/;

/** Whether a rule would take what could not be read for what is not there. */
export function needsWholeTemplate({ id, meta }: AnyRule): boolean {
  return meta.needsWholeTemplate ?? absence.test(id.slice(id.indexOf('/') + 1));
}
