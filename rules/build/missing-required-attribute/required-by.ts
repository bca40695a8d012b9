import {
  type ComponentSchema,
  compareVersions,
  lowestAdmitted,
  parseConstraint,
  parseVersion,
  type Template,
  upperBound,
} from 'packer-hybrid/rules';

/** Whether the versions of the plugin that a template admits require something which came with a certain one. */
export function requiredBy(
  { requirements }: Template,
  { plugin }: ComponentSchema,
  since: string | undefined,
): 'yes' | 'no' | 'maybe' {
  const first = parseVersion(since ?? '');
  if (!first) return 'yes';
  const wanted = requirements.plugins.find(({ name }) => name === plugin)?.version;
  const terms = parseConstraint(wanted ?? '') ?? [];
  const lowest = lowestAdmitted(terms);
  const end = upperBound(terms);
  if (lowest && compareVersions(lowest, first) >= 0) return 'yes';
  return end && compareVersions(end, first) <= 0 ? 'no' : 'maybe';
}
