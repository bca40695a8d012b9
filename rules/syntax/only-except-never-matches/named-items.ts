import type { Attribute, SourceRange, Template } from 'packer-hybrid/rules';
import { textIn } from '../_shared/place-at.ts';

export interface NamedItem {
  readonly item: string;
  readonly range: SourceRange;
  /** Whether the name stands there as it is, so that it can be replaced. */
  readonly isWritten: boolean;
}

/** The names in a list; undefined where they are not known, or null says that there is no list. */
export function namedItems(
  template: Template,
  { value, expression }: Attribute,
): readonly NamedItem[] | undefined {
  if (value.state !== 'known' || !Array.isArray(value.value)) return undefined;
  const items: readonly unknown[] = value.value;
  const places =
    expression.kind === 'list' && expression.items.length === items.length ? expression.items : [];
  return items.flatMap((item, index) => {
    if (typeof item !== 'string') return [];
    const range = places[index]?.range ?? expression.range;
    return [{ item, range, isWritten: textIn(template, range) === `"${item}"` }];
  });
}
