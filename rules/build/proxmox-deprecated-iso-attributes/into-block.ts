import { type Attribute, isJson, removalOf, type Template, type TextEdit } from 'packer-hybrid/rules';
import { formerIsoNames } from '../_shared/proxmox.ts';

/** Moves attributes into a block that stands where the first of them was; nothing in JSON. */
export function intoBlock(template: Template, attributes: readonly Attribute[]): readonly TextEdit[] {
  const [first, ...rest] = attributes;
  if (!first || isJson(first.range)) return [];
  const indent = ' '.repeat(first.range.start.column - 1);
  const names = attributes.map(({ name }) => formerIsoNames[name] ?? name);
  const width = Math.max(...names.map((name) => name.length));
  const lines = attributes.map(
    ({ text }, index) => `${indent}  ${(names[index] ?? '').padEnd(width)} = ${text}`,
  );
  const block = ['boot_iso {', ...lines, `${indent}}`].join('\n');
  return [{ range: first.range, newText: block }, ...rest.map((attribute) => removalOf(template, attribute))];
}
