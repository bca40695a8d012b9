import { resolve } from 'node:path';
import { type Expression, evaluate, scopeOf } from 'packer-hybrid/rules';
import type { FileReading } from '../_shared/answer-files.ts';
import { referenceOf, secretUses } from '../_shared/references.ts';

/** The first secret in a served text; what `templatefile` is given counts only if the file uses it. */
export function servedSecret(
  reading: FileReading,
  expression: Expression,
  seen: readonly string[] = [],
): string | undefined {
  const { template } = reading;
  const reference = referenceOf(expression);
  if (reference?.root === 'local' && !seen.includes(reference.name)) {
    const local = template.locals.find(({ name }) => name === reference.name);
    return local && servedSecret(reading, local.expression, [...seen, reference.name]);
  }
  const text = renderedFile(reading, expression);
  const values = expression.kind === 'call' ? expression.args[1] : undefined;
  if (text === undefined || values?.kind !== 'object') return secretUses(template, expression)[0]?.name;
  const used = values.entries.filter(
    ({ key }) => key.kind !== 'literal' || usesName(text, String(key.value)),
  );
  return used.flatMap(({ value }) => secretUses(template, value))[0]?.name;
}

/** What stands in `${…}` and `%{…}`, comments of the file included: they are served as well. */
function usesName(text: string, name: string): boolean {
  const inserts = text.match(/[$%]\{[^}]*\}/g) ?? [];
  const word = new RegExp(`(^|[^\\w.])${name.replaceAll(/\W/g, '\\$&')}(\\W|$)`);
  return inserts.some((insert) => word.test(insert));
}

function renderedFile({ template, readFile }: FileReading, expression: Expression): string | undefined {
  const [first] = expression.kind === 'call' && expression.name === 'templatefile' ? expression.args : [];
  const path = first && evaluate(first, scopeOf(template));
  if (!path || path.state === 'unknown' || typeof path.value !== 'string') return undefined;
  return readFile(resolve(template.root, path.value))?.text;
}
