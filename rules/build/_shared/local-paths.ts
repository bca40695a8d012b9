import { attributeOf, type Body, type SourceRange } from 'packer-hybrid/rules';

/** A path as a setting names it, with its place. */
export interface NamedPath {
  readonly name: string;
  readonly path: string;
  readonly at: SourceRange;
}

/** Known paths in one setting, that of a single text or of a list; none that a run may change or that lie elsewhere. */
export function namedPaths(body: Body, name: string): readonly NamedPath[] {
  const attribute = attributeOf(body, name);
  if (attribute?.value.state !== 'known') return [];
  const { value } = attribute.value;
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
  return texts.flatMap((path) =>
    typeof path === 'string' && isJudged(path) ? [{ name, path, at: attribute.valueRange }] : [],
  );
}

/** What lies outside of the workspace, or is rendered later, cannot be looked at. */
function isJudged(path: string): boolean {
  return path !== '' && !/^([/~]|[A-Za-z]:|\.\.)/.test(path) && !path.includes('{{');
}
