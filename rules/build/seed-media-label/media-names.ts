import { attributeOf, type Body } from 'packer-hybrid/rules';
import { isUnset, textsOf } from '../_shared/settings.ts';

/** What lies on a CD, as far as the template says it. */
export interface MediaNames {
  readonly names: readonly string[];
  /** Whether nothing else can be there. */
  readonly complete: boolean;
}

/** Names of content and files; a folder or a pattern may bring more. */
export function mediaNames(body: Body): MediaNames {
  const content = contentNames(body);
  const files = textsOf(body, 'cd_files');
  const paths = files ?? [];
  const isComplete =
    content !== undefined &&
    (files !== undefined || isUnset(body, 'cd_files')) &&
    paths.every((path) => isFile(path));
  return {
    names: [...(content ?? []), ...paths.map((path) => path.split('/').at(-1) ?? '')],
    complete: isComplete,
  };
}

/** Keys are known even where the content is not. */
function contentNames(body: Body): readonly string[] | undefined {
  const attribute = attributeOf(body, 'cd_content');
  if (!attribute) return [];
  const { expression, value } = attribute;
  if (value.state !== 'unknown') {
    return typeof value.value === 'object' && value.value !== null ? Object.keys(value.value) : [];
  }
  if (expression.kind !== 'object') return undefined;
  const keys = expression.entries.map(({ key }) =>
    key.kind === 'literal' ? String(key.value) : key.kind === 'name' ? key.name : undefined,
  );
  return keys.every((key) => key !== undefined) ? keys : undefined;
}

/** A last part without dot is a folder, unless it is one of the files that cloud-init knows. */
function isFile(path: string): boolean {
  const name = path.split('/').at(-1) ?? '';
  return (
    !/[*?[]/.test(path) &&
    (name.includes('.') || /^(user-data|meta-data|vendor-data|network-config)$/.test(name))
  );
}
