import {
  attributeOf,
  defineRule,
  type Expression,
  fileOf,
  isJson,
  type Template,
  type TextEdit,
} from 'packer-hybrid/rules';

/** An option, a blank, and something behind it: before any `=`, so that the blank is not part of a value. */
const joined = /^(--?[A-Za-z][\w-]*)(\s+)(\S[\s\S]*)$/;

export default defineRule({
  id: 'build/ansible-arguments-not-split',
  meta: {
    summary: 'An element of extra_arguments holds an option together with its value.',
    severity: 'high',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.9,
    remedy: 'Give the option and its value as two elements.',
    example: 'extra_arguments = ["--extra-vars", "env=prod"]',
    recommended: true,
    fixable: 'safe',
  },
  messages: {
    unknown:
      'Ansible gets "{option}" and what follows as one argument, because no shell takes it apart: it ends at the end of the installation with an error.',
    blank: 'The value of "{option}" begins with a blank, because no shell takes the argument apart.',
  },
  create: ({ template, report }) => ({
    provisioner({ component: { type, body } }) {
      const attribute = attributeOf(body, 'extra_arguments');
      if (type !== 'ansible' || !attribute) return;
      for (const item of itemsOf(template, attribute.expression)) {
        const match = joined.exec(textOf(item));
        const [, option = '', , rest = ''] = match ?? [];
        if (!match) continue;
        // Short options take a value that is joined to them: Ansible understands them, with a blank too much.
        const isShort = !option.startsWith('--') && !rest.startsWith('-');
        const data = { option };
        const fix = split(template, item);
        if (isShort) report({ at: item, message: 'blank', severity: 'medium', data, fix });
        else report({ at: item, message: 'unknown', data, fix });
      }
    },
  }),
});

/** The elements of a list, also of lists that are put together and of locals. */
function itemsOf(template: Template, expression: Expression, depth = 0): readonly Expression[] {
  if (depth > 8) return [];
  const inner = (part: Expression) => itemsOf(template, part, depth + 1);
  if (expression.kind === 'list') return expression.items;
  if (expression.kind === 'call' && expression.name === 'concat') return expression.args.flatMap(inner);
  if (expression.kind === 'conditional') return [expression.yes, expression.no].flatMap(inner);
  if (expression.kind !== 'attribute' || expression.target.kind !== 'name') return [];
  const named =
    expression.target.name === 'local' && template.locals.find(({ name }) => name === expression.name);
  return named ? inner(named.expression) : [];
}

/** What is computed stands as one sign, which is no blank. */
function textOf(expression: Expression): string {
  if (expression.kind === 'literal') return typeof expression.value === 'string' ? expression.value : '';
  return expression.kind === 'template' ? expression.parts.map((part) => textOf(part) || '…').join('') : '';
}

/** `"--tags a"` becomes `"--tags", "a"`; quotes in the value would have to go as well, so those are left to people. */
function split(template: Template, { range }: Expression): readonly TextEdit[] {
  const written = fileOf(template, range)?.text.slice(range.start.offset, range.end.offset) ?? '';
  const match = joined.exec(written.slice(1, -1));
  if (isJson(range) || !written.startsWith('"') || !match) return [];
  const [, option = '', , rest = ''] = match;
  if (/^\\?["']/.test(rest) || /\s-/.test(rest)) return [];
  const parts = rest.startsWith('-') ? [option, ...rest.split(/\s+/)] : [option, rest];
  return [{ range, newText: parts.map((part) => `"${part}"`).join(', ') }];
}
