// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import {
  defineRule,
  errorsOf,
  isJson,
  type SourceRange,
  type Template,
  type TextEdit,
} from 'packer-hybrid/rules';
import { placeAt, textIn } from '../_shared/place-at.ts';
import { type Use, usesIn } from '../_shared/scoped-expressions.ts';
import { shellExpansionAt } from '../_shared/shell-expansion.ts';
import { isForShell, unknownNames } from '../_shared/unknown-names.ts';
import { isLegacy } from '../_shared/whole-files.ts';

export default defineRule({
  id: 'syntax/unescaped-shell-interpolation',
  meta: {
    summary: 'A variable of the shell is written as ${NAME}, which HCL takes for its own.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.93,
    remedy: 'Escape it as $${NAME} (and %{ as %%{), or write $NAME.',
    example: 'provisioner "shell" {\n  inline = ["echo $${HOME} $USER"]\n}',
    recommended: true,
    fixable: 'suggested',
    needsWholeTemplate: false,
  },
  messages: {
    name: '{text} is a reference of HCL here, and nothing is named so: for the shell, write {escaped}.',
    expansion: '{text} is the notation of the shell, and HCL cannot read it: write {escaped}.',
    digit: '{text} is the number {digit} in HCL: for the parameter of a script, write {escaped}.',
  },
  create({ template, report }) {
    if (isLegacy(template)) return {};
    const isBroken = template.errors.some(({ kind }) => kind === 'syntax');

    return {
      template() {
        for (const error of errorsOf(template, 'syntax/parse-error')) {
          const found = shellExpansionAt(template, error);
          if (!found) continue;
          const data = { text: found.text, escaped: `${found.text.slice(0, 1)}${found.text}` };
          report({ at: found.range, message: 'expansion', data, fix: doubled(found.range, found.text) });
        }
        for (const { expression } of isBroken ? [] : unknownNames(template).filter(isForShell)) {
          const text = `\${${expression.name}}`;
          const at = expression.range;
          report({ at, message: 'name', data: { text, escaped: `$${text}` }, fix: escaped(template, at) });
        }
        for (const { expression } of usesIn(template).filter(isDigit)) {
          const at = expression.range;
          const digit = textIn(template, at);
          const text = `\${${digit}}`;
          const data = { text, digit, escaped: `$${text}` };
          report({ at, message: 'digit', data, fix: escaped(template, at) });
        }
      },
    };
  },
});

/** `${1}`, as nobody writes a number. */
function isDigit({ expression, parent, attribute }: Use): boolean {
  if (expression.kind !== 'literal' || typeof expression.value !== 'number') return false;
  return parent?.kind === 'template' && parent.parts.length > 1 && !isJson(attribute.range);
}

function escaped(template: Template, range: SourceRange): readonly TextEdit[] {
  if (isJson(range)) return [];
  const { start } = range;
  const line = { ...range, start: { line: start.line, column: 1, offset: start.offset - start.column + 1 } };
  const before = textIn(template, { ...line, end: start });
  const at = before.lastIndexOf('${');
  return at === -1 ? [] : doubled(placeAt(template, line, [at, 0]), '$');
}

/** One more sign in front of the two. */
function doubled({ file, start }: SourceRange, sign: string): readonly TextEdit[] {
  return [{ range: { file, start, end: start }, newText: sign.slice(0, 1) }];
}
