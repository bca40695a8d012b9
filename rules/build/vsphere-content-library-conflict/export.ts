import type { Body } from 'packer-hybrid/rules';
import { notAmong } from '../_shared/combine.ts';
import { provenBlocks } from '../_shared/nested.ts';
import { type Problem, placeOf } from '../_shared/problem.ts';
import { flagOf, textOf } from '../_shared/settings.ts';

const format = { name: 'output_format', allowed: ['ovf', 'ova'] };
const manifest = { name: 'manifest', allowed: ['none', 'sha1', 'sha256', 'sha512'] };

/** Files that the machine is written to. */
export function exportProblems(body: Body, exists: (path: string) => boolean) {
  return provenBlocks(body, 'export').flatMap(({ body: target }) => [
    ...notAmong(target, 'export-format', format),
    ...notAmong(target, 'export-format', manifest),
    ...folderProblems(target, exists),
  ]);
}

function folderProblems(
  target: Body,
  exists: (path: string) => boolean,
): readonly Problem<'export-exists'>[] {
  const folder = textOf(target, 'output_directory');
  if (folder === undefined || flagOf(target, 'force') !== false || !exists(folder)) return [];
  return [
    { id: 'export-exists', at: placeOf(target, 'output_directory'), data: { folder }, severity: 'medium' },
  ];
}
