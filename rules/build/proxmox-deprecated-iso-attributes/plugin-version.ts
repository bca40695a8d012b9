import { compareVersions, parseConstraint, type Template, upperBound } from 'packer-hybrid/rules';

/** Whether some version that the template admits has the block; the first one is 1.2.0. */
export function knowsBootIso({ requirements }: Template): boolean {
  const plugin = requirements.plugins.find(({ source }) => source?.endsWith('/proxmox'));
  const terms = parseConstraint(plugin?.version ?? '') ?? [];
  const bound = upperBound(terms);
  if (!bound) return true;
  const isExact = terms.some(({ operator }) => operator === '=');
  const comparison = compareVersions(bound, [1, 2, 0]);
  return isExact ? comparison >= 0 : comparison > 0;
}
