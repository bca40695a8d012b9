import {
  type Attribute,
  type AttributeSchema,
  type Body,
  defineRule,
  type Holder,
  isJson,
  schemaPlace,
  type Template,
  type Variable,
} from 'packer-hybrid/rules';
import { referenced } from '../_shared/shape.ts';

export default defineRule({
  id: 'syntax/quoted-literal',
  meta: {
    summary: 'A number or a truth value is written in quotation marks.',
    severity: 'low',
    impact: 'hard-to-maintain',
    recovery: 'trivial',
    confidence: 0.97,
    remedy: 'Drop the quotation marks, or give the variable the type of what it feeds.',
    example: 'source "azure-arm" "win" {\n  winrm_use_ssl = true\n}',
    recommended: false,
    fixable: 'safe',
  },
  messages: {
    literal: '"{name}" takes a {expected}: {value} needs no quotation marks.',
    variable: 'The variable "{name}" is a string, though it only feeds attributes that take a {expected}.',
  },
  create({ template, report }) {
    /** How often a variable is used at all, and by what kind of attribute as its whole value. */
    const uses = new Map<string, number>();
    const feeds = new Map<string, string[]>();

    return {
      expression(expression) {
        if (expression.kind !== 'attribute') return;
        const name = referenced(expression, 'var');
        if (name !== undefined) uses.set(name, (uses.get(name) ?? 0) + 1);
      },
      attribute(attribute, holder) {
        const expected = expectedIn(attribute, holder);
        const name = referenced(attribute.expression, 'var');
        if (name !== undefined) feeds.set(name, [...(feeds.get(name) ?? []), expected ?? '']);
        if (expected === undefined || isJson(attribute.range)) return;
        const value = quotedValue(attribute, expected);
        if (value === undefined) return;
        report({
          at: attribute.valueRange,
          message: 'literal',
          data: { name: attribute.name, expected: words[expected], value },
          fix: [{ range: attribute.valueRange, newText: value }],
        });
      },
      end() {
        for (const variable of template.variables) {
          const expected = soleFeed(variable, feeds.get(variable.name) ?? [], uses.get(variable.name));
          if (expected === undefined || isReferredTo(template, variable)) continue;
          report({
            at: startOfVariable(variable),
            message: 'variable',
            data: { name: variable.name, expected },
          });
        }
      },
    };
  },
});

type Plain = 'bool' | 'number';
const words: Readonly<Record<Plain, string>> = { bool: 'truth value', number: 'number' };

function expectedIn({ name }: Attribute, holder: Holder): Plain | undefined {
  const place = schemaPlace(holder);
  const schema: AttributeSchema | undefined =
    place?.language?.attributes[name] ?? place?.body.attributes[name];
  return schema?.type === 'bool' || schema?.type === 'number' ? schema.type : undefined;
}

/** The text between the quotation marks, when it is just what the attribute takes. */
function quotedValue({ expression, text }: Attribute, expected: Plain): string | undefined {
  if (expression.kind !== 'literal' || typeof expression.value !== 'string' || !text.startsWith('"'))
    return undefined;
  const { value } = expression;
  const fits = expected === 'bool' ? /^(true|false)$/ : /^-?(0|[1-9]\d*)(\.\d+)?$/;
  return fits.test(value) ? value : undefined;
}

/** The type that every use of a string variable wants; undefined when they differ or one of them is something else. */
function soleFeed(
  variable: Variable,
  feeds: readonly string[],
  uses: number | undefined,
): string | undefined {
  const [first] = feeds;
  if (variable.type !== 'string' || feeds.length === 0 || feeds.length !== uses) return undefined;
  if (first !== 'bool' && first !== 'number') return undefined;
  return feeds.every((feed) => feed === first) ? words[first] : undefined;
}

/** Whether builds or conditions of variables use it: nobody walks over these. */
function isReferredTo({ blocks }: Template, { name }: Variable): boolean {
  const reference = new RegExp(`\\bvar\\.${name}\\b`);
  return blocks
    .filter(({ type }) => type === 'variable' || type === 'build')
    .some(({ body }) => mentions(body, reference));
}

function mentions({ attributes, blocks }: Body, reference: RegExp): boolean {
  if (attributes.some(({ text }) => reference.test(text))) return true;
  return blocks.some(({ type, body }) => type === 'validation' && mentions(body, reference));
}

function startOfVariable({ range }: Variable) {
  return { ...range, end: range.start };
}
