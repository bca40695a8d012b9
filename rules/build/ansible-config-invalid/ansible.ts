import { attributeOf, type Body, type SourceRange } from 'packer-hybrid/rules';
import { notAmong } from '../_shared/combine.ts';
import { namedPaths } from '../_shared/local-paths.ts';
import { valuePlace } from '../_shared/problem.ts';
import { isUnset, numberOf } from '../_shared/settings.ts';
import type { AnsibleProblem } from './index.ts';

/** Files that only this rule looks for; playbooks and role files have a rule of their own. */
const files = ['ssh_host_key_file', 'ssh_authorized_key_file', 'inventory_directory'] as const;

/** What is wrong with the `ansible` provisioner, which runs beside Packer. */
export function ansibleProblems(
  body: Body,
  start: SourceRange,
  exists: (path: string) => boolean,
): readonly AnsibleProblem[] {
  const problems: AnsibleProblem[] = [];
  if (isUnset(body, 'playbook_file') && !attributeOf(body, 'override')) {
    problems.push({ at: start, message: 'playbook', sub: 'playbook', data: { type: 'ansible' } });
  }
  for (const { name, path, at } of files.flatMap((file) => namedPaths(body, file))) {
    if (!exists(path))
      problems.push({ at, message: 'missing-file', sub: 'missing-file', data: { name, path } });
  }
  if ((numberOf(body, 'local_port') ?? 0) > 65_535) {
    problems.push({ at: valuePlace(body, 'local_port'), message: 'port', sub: 'port' });
  }
  const key = { name: 'ansible_proxy_key_type', allowed: ['ECDSA', 'RSA'], ignoreCase: true };
  for (const { at, data } of notAmong(body, 'key-type', key)) {
    const value = String(data?.value);
    problems.push({ at, message: 'key-type', sub: 'key-type', data: { value, allowed: 'ECDSA and RSA' } });
  }
  return problems;
}
