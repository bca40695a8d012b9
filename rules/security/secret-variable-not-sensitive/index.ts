import {
  attributeOf,
  type Block,
  defineRule,
  fileOf,
  startOf,
  type Template,
  type TextEdit,
} from 'packer-hybrid/rules';
import { type DeclaredVariable, declaredVariables } from '../_shared/declared-variables.ts';
import { variableUses } from '../_shared/references.ts';
import { isSecretAttribute } from '../_shared/secret-attribute.ts';
import { isHashName, isSecretName } from '../_shared/secret-name.ts';
import { withSeverity } from '../_shared/secret-value.ts';
import { addedSetting } from '../_shared/setting-edit.ts';
import { plainValue } from '../_shared/settings.ts';

export default defineRule({
  id: 'security/secret-variable-not-sensitive',
  meta: {
    summary: 'A variable that holds a secret is not marked as sensitive.',
    severity: 'high',
    impact: 'secret-exposed',
    recovery: 'trivial',
    confidence: 0.93,
    remedy: 'Add "sensitive = true" to the variable.',
    example: 'variable "build_password" {\n  type      = string\n  sensitive = true\n}',
    recommended: true,
    fixable: 'safe',
  },
  messages: {
    flows:
      '"{name}" is used as {attribute} but is not sensitive, so Packer prints its value in logs and on the console.',
    named:
      '"{name}" holds a secret but is not sensitive, so Packer prints its value in logs and on the console.',
    list: '"{name}" holds a secret, and entries of "variables" cannot be sensitive: give it a block of its own.',
    legacy:
      '"{name}" holds a secret but is missing in "sensitive-variables", so Packer prints its value in logs.',
  },
  create({ template, report }) {
    const flows = new Map<string, string>();
    const uses = new Map<string, Set<'path' | 'value'>>();
    return {
      attribute(attribute, { kind }) {
        const names = variableUses(template, attribute.expression).map(({ name }) => name);
        const use = namesFile.test(attribute.name) ? 'path' : 'value';
        for (const name of names) uses.set(name, (uses.get(name) ?? new Set()).add(use));
        if (kind === 'data' || !isSecretAttribute(attribute.name)) return;
        for (const name of names) {
          if (!flows.has(name)) flows.set(name, attribute.name);
        }
      },
      end() {
        for (const declared of declaredVariables(template)) {
          const { name, variable, block, syntax, preset } = declared;
          const attribute = flows.get(name);
          if (variable.sensitive || isPlain(declared) || (!attribute && !isSecretName(name))) continue;
          if (!attribute && isOnlyPath(uses.get(name))) continue;
          const at = block ? startOf(block) : (preset ?? variable).range;
          if (syntax === 'legacy-json') report({ at, message: 'legacy', data: { name } });
          else if (!block) report({ at, message: 'list', data: { name } });
          else if (attribute)
            report({ at, message: 'flows', data: { name, attribute }, fix: markSensitive(template, block) });
          else {
            const severity = withSeverity(isHashName(name) ? 'medium' : undefined);
            report({
              at,
              message: 'named',
              data: { name },
              fix: markSensitive(template, block),
              ...severity,
            });
          }
        }
      },
    };
  },
});

const namesFile = /_(?:file|path)$/;

/** Where a key lies is no secret: such a variable goes nowhere but into attributes that name files. */
function isOnlyPath(uses: ReadonlySet<'path' | 'value'> | undefined): boolean {
  return uses?.size === 1 && uses.has('path');
}

/** Masking a number or a truth value would blacken everything that looks like it. */
function isPlain({ variable, preset }: DeclaredVariable): boolean {
  const value = typeof plainValue(preset?.value);
  return variable.type === 'bool' || variable.type === 'number' || value === 'boolean' || value === 'number';
}

function markSensitive(template: Template, block: Block): readonly TextEdit[] {
  const file = fileOf(template, block.range);
  if (file?.syntax !== 'hcl') return [];
  const flag = attributeOf(block.body, 'sensitive');
  if (flag) return flag.expression.kind === 'literal' ? [{ range: flag.valueRange, newText: 'true' }] : [];
  const last = block.body.attributes.findLast(({ range }) => range.start.line === range.end.line);
  const added = last ? addedSetting(template, last, 'sensitive = true') : [];
  return added.length > 0 ? added : rewritten(file.text, block);
}

/** A block on one line takes a single attribute, so it is spread over several. */
function rewritten(text: string, { range, body }: Block): readonly TextEdit[] {
  if (range.start.line !== range.end.line) return [];
  const opening = text.indexOf('{', range.start.offset);
  const inside = text.slice(opening + 1, range.end.offset - 1).trim();
  if (body.attributes.length > 1 || inside.includes('#')) return [];
  const start = {
    ...range.start,
    offset: opening,
    column: range.start.column + opening - range.start.offset,
  };
  const lines = ['{', ...(inside === '' ? [] : [`  ${inside}`]), '  sensitive = true', '}'];
  return [{ range: { ...range, start }, newText: lines.join('\n') }];
}
