import { type Body, sourceBody, type Template } from '../language/index.ts';
import type { Target } from '../schema/index.ts';

/** The source block of a target, with what its build adds to it. */
export function targetBody(template: Template, { source, build }: Target): Body {
  return sourceBody(template, build === undefined ? source : { ...source, build });
}
