import { defineRule, isJson, type Template, type TextEdit, templateFunctions } from 'packer-hybrid/rules';
import { type GoTemplate, goTemplatesIn } from '../_shared/go-templates.ts';
import { placeAt } from '../_shared/place-at.ts';
import { type RawString, rawStrings } from '../_shared/raw-strings.ts';
import { isLegacy } from '../_shared/whole-files.ts';
import { offeredFields, otherFunctions, renderedAttributes } from './rendered.ts';

export default defineRule({
  id: 'syntax/unescaped-go-template',
  meta: {
    summary: 'Double braces of another program stand in a text that Packer renders itself.',
    severity: 'high',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.85,
    remedy: 'Escape them as {{`{{…}}`}}, or move the text to a file that Packer only copies.',
    example: 'inline = ["docker inspect -f \'{{`{{.Id}}`}}\' app"]',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    function: 'Packer renders {text} itself and has no function "{name}".',
    field: 'Packer renders {text} itself and puts "<no value>" in its place.',
  },
  create({ template, report }) {
    if (isLegacy(template)) return {};
    const functions = new Set([...templateFunctions(), ...otherFunctions]);

    return {
      template() {
        for (const string of rawStrings(template).filter(isRendered)) {
          for (const found of goTemplatesIn(string.raw)) {
            const problem = problemOf(found, functions);
            if (!problem) continue;
            const { range } = string.expression;
            const at = placeAt(template, range, [found.index, found.text.length]);
            report({ at, ...problem, fix: escaped(template, string, found) });
          }
        }
      },
    };
  },
});

function isRendered({ attribute, blocks, raw }: RawString): boolean {
  if (!raw.includes('{{')) return false;
  return ['source', 'build'].includes(blocks[0]?.type ?? '') && renderedAttributes.has(attribute.name);
}

function problemOf({ steps: [first = ''], text }: GoTemplate, functions: ReadonlySet<string>) {
  const [, field] = /^\.(\w+)/.exec(first) ?? [];
  if (field !== undefined) {
    return offeredFields.has(field) ? undefined : { message: 'field' as const, data: { text } };
  }
  const [, name] = /^([A-Za-z_]\w*)/.exec(first) ?? [];
  if (name === undefined || functions.has(name)) return undefined;
  return { message: 'function' as const, data: { text, name } };
}

function escaped(
  template: Template,
  { expression: { range } }: RawString,
  { text, index }: GoTemplate,
): readonly TextEdit[] {
  if (text.includes('`') || isJson(range)) return [];
  return [{ range: placeAt(template, range, [index, text.length]), newText: `{{\`${text}\`}}` }];
}
