// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { defineRule, isJson, type Template, type TextEdit } from 'packer-hybrid/rules';
import { type GoTemplate, goTemplatesIn } from '../_shared/go-templates.ts';
import { placeAt } from '../_shared/place-at.ts';
import { type RawString, rawStrings } from '../_shared/raw-strings.ts';
import { isLegacy } from '../_shared/whole-files.ts';
import { formerFunctions, renamedFunctions } from './former-functions.ts';

export default defineRule({
  id: 'syntax/legacy-template-function',
  meta: {
    summary:
      'A function of JSON templates is called between double braces, and HCL templates no longer have it.',
    severity: 'high',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.95,
    remedy: 'Use variables and functions of HCL, between ${ and }.',
    example: 'ssh_username = var.name',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    gone: '{text} works in JSON templates only: write {better}.',
    renamed: '"{name}" is called "{better}" today.',
  },
  create({ template, report }) {
    if (isLegacy(template)) return {};

    return {
      template() {
        for (const string of rawStrings(template)) {
          if (!string.raw.includes('{{')) continue;
          for (const found of goTemplatesIn(string.raw)) {
            const at = placeAt(template, string.expression.range, [found.index, found.text.length]);
            const gone = formerOf(found);
            const name = renamedIn(string, found);
            if (gone) {
              const fix = replaced(template, string, found);
              report({ at, message: 'gone', data: { text: found.text, better: gone }, fix });
            } else if (name !== undefined) {
              const better = 'clean_resource_name';
              const newText = found.text.replace(name, better);
              const fix = isJson(at) ? [] : [{ range: at, newText }];
              report({ at, message: 'renamed', severity: 'medium', data: { name, better }, fix });
            }
          }
        }
      },
    };
  },
});

function formerOf({ steps }: GoTemplate): string | undefined {
  for (const step of steps) {
    const [, name = '', argument = ''] = /^(\w+)\s*(.*)$/s.exec(step) ?? [];
    const former = formerFunctions.get(name);
    // `{{ user }}` without a name belongs to another language of templates.
    if (former && (!former.takes || argument !== '')) return former.better(unquoted(argument));
  }
  return undefined;
}

function unquoted(argument: string): string {
  return argument.replaceAll(/^[\s\\"`]+|[\s\\"`]+$/g, '');
}

/** Amazon's builders know the old name still. */
function renamedIn({ blocks }: RawString, { steps }: GoTemplate): string | undefined {
  if (blocks[0]?.labels[0]?.startsWith('amazon-')) return undefined;
  return steps.flatMap((step) => step.split(/\s/)[0] ?? []).find((name) => renamedFunctions.has(name));
}

function replaced(
  template: Template,
  { expression, raw }: RawString,
  { index, text, steps }: GoTemplate,
): readonly TextEdit[] {
  const { range } = expression;
  const inserted = insertOf(template, steps);
  if (inserted === undefined || isJson(range)) return [];
  if (raw === `"${text}"`) return [{ range, newText: inserted }];
  return [{ range: placeAt(template, range, [index, text.length]), newText: `\${${inserted}}` }];
}

function insertOf({ variables }: Template, steps: readonly string[]): string | undefined {
  const [step = ''] = steps;
  if (steps.length > 1) return undefined;
  if (step === 'template_dir') return 'path.root';
  const [, argument = ''] = /^user\s+(.*)$/.exec(step) ?? [];
  const name = unquoted(argument);
  return variables.some((variable) => variable.name === name) ? `var.${name}` : undefined;
}
