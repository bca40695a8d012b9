import { type Expression, nearTo, type SourceRange } from 'packer-hybrid/rules';
import { objectsIn, type Property, propertiesOf, propertyOf, textOf } from './legacy-objects.ts';

/** A name with its place. */
export interface Named {
  readonly at: SourceRange;
  readonly name: string;
}

/** What Packer calls a builder; undefined where a variable is part of it. */
function nameOf(builder: Expression): string | undefined {
  const written = propertyOf(builder, 'name') ?? propertyOf(builder, 'type');
  return textOf(written?.value);
}

export function repeatedBuilders(builders: readonly Expression[]): readonly Named[] {
  const seen = new Set<string>();
  return builders.flatMap((builder): readonly Named[] => {
    const name = nameOf(builder);
    if (name === undefined) return [];
    if (seen.size !== seen.add(name).size) return [];
    const place = propertyOf(builder, 'name')?.value ?? builder;
    return [{ at: { ...place.range, end: place.range.start }, name }];
  });
}

/** Names in `only`, `except` and `override` that no builder has; post-processors' own names count for theirs. */
export function unknownBuilders(
  root: Expression,
  builders: readonly Expression[],
): readonly (Named & { readonly known: readonly string[] })[] {
  const names = builders.map(nameOf);
  const known = names.filter((name) => name !== undefined);
  if (known.length === 0 || known.length < names.length) return [];
  const components = [...objectsIn(root, 'provisioners'), ...objectsIn(root, 'post-processors')];
  return components
    .flatMap((component) => propertiesOf(component))
    .flatMap(namesIn)
    .filter(({ name }) => !known.includes(name))
    .map((named) => ({
      ...named,
      known: [nearTo(named.name, known), ...known].flatMap((name) => name ?? []),
    }))
    .map((named) => ({ ...named, known: [...new Set(named.known)] }));
}

function namesIn({ name, value }: Property): readonly Named[] {
  if (name === 'override')
    return propertiesOf(value).map((entry) => ({ at: entry.keyRange, name: entry.name }));
  if ((name !== 'only' && name !== 'except') || value.kind !== 'list') return [];
  return value.items.flatMap((item) => {
    const text = textOf(item);
    return text === undefined ? [] : [{ at: item.range, name: text }];
  });
}
