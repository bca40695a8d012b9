import { type Attribute, fileOf, type SourceRange, type Template, type TextEdit } from 'packer-hybrid/rules';
import { declaredVariables } from './declared-variables.ts';
import { referenceOf } from './references.ts';

/** Turns a setting off where it is written: as a literal, or as the default of the variable that it comes from. */
export function turnOff(template: Template, attribute: Attribute): readonly TextEdit[] {
  const range = literalRange(template, attribute);
  if (!range) return [];
  const written = fileOf(template, range)?.text.slice(range.start.offset, range.end.offset) ?? '';
  return [{ range, newText: written.startsWith('"') ? '"false"' : 'false' }];
}

function literalRange(template: Template, { expression, valueRange }: Attribute): SourceRange | undefined {
  if (expression.kind === 'literal') return valueRange;
  const reference = referenceOf(expression);
  if (reference?.root !== 'var') return undefined;
  const preset = declaredVariables(template).find(({ name }) => name === reference.name)?.preset;
  const isTrue = preset?.expression.kind === 'literal' && String(preset.expression.value) === 'true';
  return isTrue && !isGiven(template, reference.name) ? preset.valueRange : undefined;
}

/** Whether a variable file says something as well, which the default would not change. */
function isGiven({ files }: Template, name: string): boolean {
  return files.some(
    ({ role, text }) => role === 'variables' && new RegExp(`^\\s*"?${name}"?\\s*[=:]`, 'm').test(text),
  );
}
