import { attributeOf, type Body, type SourceRange } from 'packer-hybrid/rules';
import { notAmong } from '../_shared/combine.ts';
import { namedPaths } from '../_shared/local-paths.ts';
import { placeOf, valuePlace } from '../_shared/problem.ts';
import { flagOf, isUnset, textOf } from '../_shared/settings.ts';
import type { PuppetProblem } from './index.ts';

/** What is wrong with the settings by themselves. */
export function configProblems(
  body: Body,
  start: SourceRange,
  exists: (path: string) => boolean,
): readonly PuppetProblem[] {
  const problems: PuppetProblem[] = [];
  if (isUnset(body, 'manifest_file') && !attributeOf(body, 'override')) {
    problems.push({ at: start, message: 'manifest', sub: 'manifest', severity: 'critical' });
  }
  const system = { name: 'guest_os_type', allowed: ['unix', 'windows'], ignoreCase: true };
  for (const { at, data } of notAmong(body, 'system', system)) {
    const value = String(data?.value);
    problems.push({
      at,
      message: 'system',
      sub: 'system',
      severity: 'critical',
      data: { value, allowed: 'unix or windows' },
    });
  }
  const paths = [...namedPaths(body, 'module_paths'), ...namedPaths(body, 'hiera_config_path')];
  for (const { name, path, at } of paths) {
    if (exists(path)) continue;
    problems.push({
      at,
      message: 'missing-file',
      sub: 'missing-file',
      severity: 'high',
      data: { name, path },
    });
  }
  const command = textOf(body, 'execute_command');
  if (command !== undefined && !/\{\{-?\s*\.ManifestFile/.test(command)) {
    const data = { placeholder: '{{.ManifestFile}}' };
    problems.push({ at: valuePlace(body, 'execute_command'), message: 'command', sub: 'command', data });
  }
  if (flagOf(body, 'ignore_exit_codes') === true) {
    problems.push({ at: placeOf(body, 'ignore_exit_codes'), message: 'exit-codes', sub: 'exit-codes' });
  }
  return problems;
}
