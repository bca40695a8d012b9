import {
  bodySchema,
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

/** The version that brought the last of some attributes: older ones cannot ask for it. */
export function newestSince(
  schema: ComponentSchema,
  path: readonly string[],
  names: readonly string[],
): string | undefined {
  const attributes = bodySchema(schema, path)?.attributes ?? {};
  return names
    .flatMap((name) => attributes[name]?.since ?? [])
    .toSorted((a, b) => compareVersions(parseVersion(a) ?? [], parseVersion(b) ?? []))
    .at(-1);
}
