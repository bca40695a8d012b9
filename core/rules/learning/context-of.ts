import { pluginOf, type Template } from '../../language/index.ts';
import type { Finding } from '../../schema/index.ts';

/** The platform that a finding is about: that of the source around it, else the only one of its template, else `any`. */
export function contextOf({ range }: Pick<Finding, 'range'>, template: Template | undefined): string {
  if (!template) return 'any';
  const around = template.sources.find(
    (source) =>
      range !== undefined &&
      source.range.file === range.file &&
      source.range.start.offset <= range.start.offset &&
      source.range.end.offset >= range.end.offset,
  );
  if (around) return platformOf(around.type);
  const platforms = new Set(template.sources.map(({ type }) => platformOf(type)));
  const [only] = platforms;
  return platforms.size === 1 && only !== undefined ? only : 'any';
}

function platformOf(type: string): string {
  return pluginOf('builder', type)?.name ?? type;
}
