import type { Build, Labelled, TemplateError } from '../model.ts';

/** Builds that use what no source block declares. */
export function referenceErrors(
  builds: readonly Build[],
  sources: readonly Labelled[],
): readonly TemplateError[] {
  const declared = new Set(sources.map(({ type, name }) => `${type}.${name}`));
  const known = [...declared].sort().join(', ') || 'none';
  return builds
    .flatMap((build) => build.sources)
    .filter(({ type, name }) => !declared.has(`${type}.${name}`))
    .map(({ type, name, range }) => ({
      kind: 'reference',
      message:
        type === ''
          ? `"${name}" does not name a source: expected source.<type>.<name>. Declared sources: ${known}.`
          : `The source ${type}.${name} is not declared. Declared sources: ${known}.`,
      range,
    }));
}
