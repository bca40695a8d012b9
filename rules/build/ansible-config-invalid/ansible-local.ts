import { attributeOf, type Body, type SourceRange } from 'packer-hybrid/rules';
import { placeOf } from '../_shared/problem.ts';
import { isSet, isUnset } from '../_shared/settings.ts';
import type { AnsibleProblem } from './index.ts';

/** What is wrong with the `ansible-local` provisioner, which runs inside the machine. */
export function localProblems(body: Body, start: SourceRange): readonly AnsibleProblem[] {
  const problems: AnsibleProblem[] = [];
  const hasOverride = attributeOf(body, 'override') !== undefined;
  if (isUnset(body, 'playbook_file') && isUnset(body, 'playbook_files') && !hasOverride) {
    problems.push({ at: start, message: 'playbook', sub: 'playbook', data: { type: 'ansible-local' } });
  }
  if (isSet(body, 'playbook_file') && isSet(body, 'playbook_files')) {
    problems.push({ at: placeOf(body, 'playbook_files'), message: 'playbooks', sub: 'playbooks' });
  }
  if (!isSet(body, 'inventory_file')) return problems;
  if (isSet(body, 'inventory_groups')) {
    const at = placeOf(body, 'inventory_groups');
    problems.push({ at, message: 'groups', sub: 'groups', severity: 'medium' });
  }
  if (!hasOverride && !limitsHosts(body)) {
    problems.push({
      at: placeOf(body, 'inventory_file'),
      message: 'limit',
      sub: 'limit',
      severity: 'medium',
    });
  }
  return problems;
}

/** Arguments that are not known may hold a limit. */
function limitsHosts(body: Body): boolean {
  const attribute = attributeOf(body, 'extra_arguments');
  if (!attribute) return false;
  if (/--limit|(^|["'\s])-l\b/.test(attribute.text)) return true;
  return attribute.value.state === 'unknown' || /--limit/.test(JSON.stringify(attribute.value.value));
}
