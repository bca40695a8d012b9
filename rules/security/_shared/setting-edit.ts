import {
  type Attribute,
  attributeOf,
  type Body,
  fileOf,
  type Template,
  type TextEdit,
} from 'packer-hybrid/rules';

/** What a setting should say. */
export interface WantedSetting {
  readonly body: Body;
  readonly name: string;
  /** As HCL. */
  readonly value: string;
  /** The attribute behind which it goes when it is not there. */
  readonly anchor: Attribute;
}

/** Replaces a setting that is written as a literal, or adds it on a line of its own; nothing in JSON. */
export function settingEdit(template: Template, wanted: WantedSetting): readonly TextEdit[] {
  const { body, name, value, anchor } = wanted;
  const present = attributeOf(body, name);
  if (fileOf(template, (present ?? anchor).range)?.syntax !== 'hcl') return [];
  if (present)
    return present.expression.kind === 'literal' ? [{ range: present.valueRange, newText: value }] : [];
  return addedSetting(template, anchor, `${name} = ${value}`);
}

/** A line behind the anchor, as far in as its own; nothing where the anchor shares its line with a brace. */
export function addedSetting(template: Template, anchor: Attribute, setting: string): readonly TextEdit[] {
  const text = fileOf(template, anchor.range)?.text ?? '';
  const { start, end } = anchor.range;
  const indent = text.slice(text.lastIndexOf('\n', start.offset - 1) + 1, start.offset);
  const rest = /^[^\n]*/.exec(text.slice(end.offset))?.[0] ?? '';
  if (indent.trim() !== '' || !/^\s*((#|\/\/).*)?$/.test(rest)) return [];
  return [
    { range: { ...anchor.range, start: end }, newText: `\n${indent}${aligned(text, anchor, setting)}` },
  ];
}

/** The equals sign goes under the anchor's where there is room. */
function aligned(text: string, { name, range }: Attribute, setting: string): string {
  const [own = '', value = ''] = setting.split(' = ', 2);
  const [spaces = ' '] = /^\s*/.exec(text.slice(range.start.offset + name.length)) ?? [];
  const width = name.length + spaces.length - 1;
  return width >= own.length ? `${own.padEnd(width)} = ${value}` : setting;
}
