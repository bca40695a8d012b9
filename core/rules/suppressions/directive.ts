import type { Comment } from '../../language/index.ts';
import type { SourceRange } from '../../schema/index.ts';

/** `packer-hybrid: ignore <rule>[, <rule>] -- reason`, as it stands in a comment. */
export interface Directive {
  readonly scope: 'here' | 'file';
  readonly rules: readonly string[];
  readonly reason: string | undefined;
  readonly range: SourceRange;
}

const form = /^packer-hybrid:\s*(ignore-file|ignore)\b\s*([\s\S]*?)\s*$/;

/** The directive in a comment, or undefined for a comment that is none. */
export function directiveOf({ text, range }: Comment): Directive | undefined {
  const found = form.exec(text.trim());
  if (!found) return undefined;
  const [, word, rest = ''] = found;
  const dashes = /(?:^|\s)--(?:\s|$)/.exec(rest);
  const named = dashes ? rest.slice(0, dashes.index) : rest;
  const reason = dashes ? rest.slice(dashes.index + dashes[0].length).trim() : '';
  return {
    scope: word === 'ignore-file' ? 'file' : 'here',
    rules: named.split(/[\s,]+/).filter((name) => name !== ''),
    reason: reason === '' ? undefined : reason,
    range,
  };
}

/** Whether a name in a directive means this rule: its id, its id without sub-code, or its family. */
export function means(name: string, rule: string): boolean {
  if (name.endsWith('/*')) return rule.startsWith(name.slice(0, -1));
  return rule === name || rule.startsWith(`${name}/`);
}
