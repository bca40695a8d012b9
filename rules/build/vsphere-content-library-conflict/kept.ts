import type { Body } from 'packer-hybrid/rules';
import { hasNone } from '../_shared/nested.ts';
import { headOf, type Problem } from '../_shared/problem.ts';
import { flagOf } from '../_shared/settings.ts';

/** A build that leaves neither template, nor library item, nor export, nor snapshot. */
export function keptProblems(body: Body): readonly Problem<'nothing-kept'>[] {
  const switches = ['convert_to_template', 'create_snapshot'];
  const blocks = ['content_library_destination', 'export'];
  const isNone =
    switches.every((name) => flagOf(body, name) === false) && blocks.every((name) => hasNone(body, name));
  return isNone ? [{ id: 'nothing-kept', at: headOf(body), severity: 'low' }] : [];
}
