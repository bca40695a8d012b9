import {
  type Attribute,
  attributeOf,
  type Body,
  type Holder,
  isJson,
  nameRange,
  removalOf,
  type SchemaPlace,
  type Template,
  type TextEdit,
} from 'packer-hybrid/rules';

/** What is corrected, and by which name. */
export interface Correction {
  readonly attribute: Attribute;
  readonly holder: Holder;
  readonly place: SchemaPlace;
  readonly replacement: string;
}

/** Renames or removes; what needs another form, such as a block, is left to the author. */
export function correction(
  template: Template,
  { attribute, holder, place, replacement }: Correction,
): readonly TextEdit[] {
  if (isJson(attribute.range)) return [];
  const body = (holder.blocks.at(-1) ?? holder).body;
  if (/^iso_checksum_/.test(attribute.name)) return checksumCorrection(template, attribute, body);
  if (replacement === '') return [removalOf(template, attribute)];
  const now = place.body.attributes[replacement];
  const before = place.body.attributes[attribute.name];
  if (!now || (before ? before.type !== now.type : !isSameForm(attribute, now.type))) return [];
  const current = attributeOf(body, replacement);
  if (!current) return [{ range: nameRange(attribute), newText: replacement }];
  // What a plugin refuses has no value to keep; what it only deprecates wins over the new name.
  if (!before) return [removalOf(template, attribute)];
  return [removalOf(template, attribute), { range: current.valueRange, newText: attribute.text }];
}

function isSameForm({ expression }: Attribute, type: string): boolean {
  return type === 'string' && (expression.kind === 'literal' || expression.kind === 'template');
}

/** The algorithm and the address of a checksum went into the checksum itself, before a colon. */
function checksumCorrection(template: Template, attribute: Attribute, body: Body): readonly TextEdit[] {
  const written = literalText(attribute);
  const checksum = attributeOf(body, 'iso_checksum');
  if (written === undefined) return [];
  if (attribute.name === 'iso_checksum_url') {
    if (checksum) return [];
    return [{ range: attribute.range, newText: `iso_checksum = ${JSON.stringify(`file:${written}`)}` }];
  }
  const value = checksum && literalText(checksum);
  if (!checksum || value === undefined || value.includes(':') || value === 'none') return [];
  return [
    removalOf(template, attribute),
    { range: checksum.valueRange, newText: JSON.stringify(`${written}:${value}`) },
  ];
}

function literalText({ expression }: Attribute): string | undefined {
  return expression.kind === 'literal' && typeof expression.value === 'string' ? expression.value : undefined;
}
