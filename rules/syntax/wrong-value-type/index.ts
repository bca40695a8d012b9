import {
  type Attribute,
  type AttributeSchema,
  defineRule,
  isJson,
  type SchemaPlace,
  schemaPlace,
  schemaTrust,
  type TextEdit,
} from 'packer-hybrid/rules';
import { type Branch, branchesOf } from '../_shared/shape.ts';
import { inWholeFile, isLegacy } from '../_shared/whole-files.ts';
import { mismatch } from './mismatch.ts';

export default defineRule({
  id: 'syntax/wrong-value-type',
  meta: {
    summary: 'A value cannot become what the attribute takes, such as a string where a list belongs.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.93,
    remedy: 'Give the attribute a value of the type that it takes.',
    example: 'provisioner "shell" {\n  inline = ["true"]\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    type: '"{name}" takes {expected}, and this is {found}.',
    branch: '"{name}" takes {expected}, and one side of this condition is {found}.',
    content: '"{name}" takes a list of paths, and this is a map of contents: "{other}" takes one.',
  },
  create({ template, report }) {
    const isWhole = inWholeFile(template);
    // Packer's older form converts values far more freely.
    if (isLegacy(template)) return {};

    return {
      attribute(attribute, holder) {
        const place = schemaPlace(holder);
        const schema = place && schemaOfAttribute(attribute, place);
        if (!schema || !isWhole(attribute) || schemaTrust(template, place.component) !== 'same') return;
        if (isText(attribute) && schema.type === 'string') return;
        const branches = branchesOf(template, attribute.expression);
        for (const branch of branches) {
          const found = mismatch(schema.type, branch);
          if (!found) continue;
          const isSide = branches.length > 1 || branch.expression !== attribute.expression;
          const other = contentOf(attribute.name, branch, place);
          const data = { name: attribute.name, ...found };
          if (other !== undefined) {
            report({ at: branch.expression, message: 'content', data: { name: attribute.name, other } });
          } else {
            report({
              at: branch.expression,
              message: isSide ? 'branch' : 'type',
              data,
              fix: isSide ? [] : inBrackets(attribute, schema, branch),
            });
          }
        }
      },
    };
  },
});

/** Most attributes are texts where texts belong. */
function isText({ expression: { kind } }: Attribute): boolean {
  return kind === 'literal' || kind === 'template';
}

function schemaOfAttribute(
  { name }: Attribute,
  { body, language }: SchemaPlace,
): AttributeSchema | undefined {
  // An object that stands for a block is judged by its own attributes.
  if (Object.hasOwn(body.blocks, name)) return undefined;
  return language?.attributes[name] ?? body.attributes[name];
}

/** Files given with their content go into the sibling attribute. */
function contentOf(name: string, { shape }: Branch, { body }: SchemaPlace): string | undefined {
  const other = name.replace(/_files$/, '_content');
  return shape === 'map' && other !== name && Object.hasOwn(body.attributes, other) ? other : undefined;
}

function inBrackets(
  { expression, text }: Attribute,
  { type }: AttributeSchema,
  branch: Branch,
): readonly TextEdit[] {
  const isLone = branch.shape === 'string' && type === 'list(string)';
  // A heredoc would take the bracket for its end.
  if (!isLone || text.startsWith('<<') || isJson(expression.range)) return [];
  return [{ range: expression.range, newText: `[${text}]` }];
}
