import { attributeOf, type Body, type Template, type TemplateEdit } from 'packer-hybrid';
import { insertInHcl } from './insert-in-hcl.ts';
import { insertInJson } from './insert-in-json.ts';

/** An attribute and the text that it gets. */
export interface AttributeText {
  readonly name: string;
  readonly value: string;
}

/** Signs that a template language reads as more than a text. */
const special = /["\\\r\n]|\$\{|%\{|\{\{/;

/**
 * The edit after which the attribute of this body is that text: in the place of its expression, else as a new line of the
 * block. Undefined where it cannot be written so that nothing else changes.
 */
export function setAttribute(
  { files }: Template,
  body: Body,
  { name, value }: AttributeText,
): TemplateEdit | undefined {
  const attribute = attributeOf(body, name);
  const { file: path } = attribute?.range ?? body.range;
  const file = files.find((one) => one.path === path);
  if (!file || special.test(value)) return undefined;
  const to = `"${value}"`;
  if (attribute) {
    // What a heredoc ends with belongs to its expression, and the next line must not move up.
    if (attribute.text.startsWith('<<')) return undefined;
    return { attribute: name, from: attribute.text, to, edit: { range: attribute.valueRange, new_text: to } };
  }
  const insert = file.syntax === 'hcl' ? insertInHcl : insertInJson;
  const edit = insert(file.text, body.range, { name, value });
  return edit && { attribute: name, from: null, to, edit };
}
