// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { defineRule, type Expression, isJson, type TemplateFile, type TextEdit } from 'packer-hybrid/rules';
import { type RawString, rawStrings } from '../_shared/raw-strings.ts';

export default defineRule({
  id: 'syntax/interpolation-only-expression',
  meta: {
    summary: 'A string consists of one interpolation and nothing else.',
    severity: 'low',
    impact: 'hard-to-maintain',
    recovery: 'trivial',
    confidence: 0.97,
    remedy: 'Write the expression without quotation marks.',
    example: 'location = var.location',
    recommended: false,
    fixable: 'safe',
  },
  messages: {
    one: '"{text}" is nothing but an interpolation: write {bare}.',
    many: '{count} strings in this file are nothing but an interpolation; the first is "{text}": write {bare}.',
  },
  create({ template, report }) {
    const found = rawStrings(template).flatMap((string) => {
      const bare = bareText(string);
      return bare === undefined ? [] : [{ bare, range: string.expression.range }];
    });

    return {
      file({ path }: TemplateFile) {
        const here = found.filter(({ range }) => range.file === path);
        const [first] = here;
        if (!first) return;
        const fix = outermost(here.map(({ range, bare: newText }) => ({ range, newText })));
        const data = { text: `\${${first.bare}}`, bare: first.bare };
        if (here.length === 1) report({ at: first.range, message: 'one', data, fix });
        else report({ at: first.range, message: 'many', data: { ...data, count: here.length }, fix });
      },
    };
  },
});

/** An edit inside another one would be made in text that is gone: the next correction takes it. */
function outermost(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.filter(
    ({ range }) =>
      !edits.some(
        ({ range: other }) =>
          other !== range && other.start.offset <= range.start.offset && other.end.offset >= range.end.offset,
      ),
  );
}

/** What stands between `"${` and `}"`, where it means the same without them. */
function bareText({ expression, parent, raw }: RawString): string | undefined {
  if (expression.kind !== 'template' || expression.parts.length !== 1 || isJson(expression.range))
    return undefined;
  // A key in braces would be a name.
  if (parent?.kind === 'object' || !isReference(expression.parts[0])) return undefined;
  return /^"\$\{\s*([^\s~](?:[^\n]*[^\s~])?)\s*\}"$/.exec(raw)?.[1];
}

function isReference(expression: Expression | undefined): boolean {
  return expression !== undefined && ['attribute', 'index', 'call', 'splat'].includes(expression.kind);
}
