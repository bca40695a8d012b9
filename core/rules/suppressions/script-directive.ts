import type { Template } from '../../language/index.ts';
import type { Finding } from '../../schema/index.ts';
import type { TextOf } from '../baseline/fingerprint.ts';
import { type Directive, directiveOf, means } from './directive.ts';

/** How scripts and answer files begin a comment; what stands behind it up to the end of the line is its text. */
const comment = /(?:#|\/\/|::|;|<!--|\brem\s)\s*(packer-hybrid:.*?)\s*(?:-->\s*)?$/i;

/** The directive that suppresses a finding in a file that a template names: on its line, or the line before. */
export function scriptDirective(
  { rule, range }: Finding,
  templates: readonly Template[],
  textOf: TextOf | undefined,
): Directive | undefined {
  if (!range || !textOf) return undefined;
  if (templates.some(({ files }) => files.some(({ path }) => path === range.file))) return undefined;
  const lines = textOf(range.file)?.split('\n') ?? [];
  const near = [lines[range.start.line - 1], lines[range.start.line - 2]];
  return near
    .flatMap((line) => comment.exec(line ?? '')?.[1] ?? [])
    .flatMap((text) => directiveOf({ text, range }) ?? [])
    .find((directive) => directive.rules.some((name) => means(name, rule)));
}
