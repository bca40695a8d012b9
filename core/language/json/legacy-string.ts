import type { SourceRange } from '../../schema/index.ts';
import type { Expression } from '../syntax/expression.ts';

/** Functions of Packer's older templates that are evaluated when the template is read; `{{ .Name }}` belongs to the plugins. */
const call =
  /\{\{-?\s*(user|env|template_dir|pwd|isotime|timestamp|uuid|build|clean_resource_name|consul_key|vault|aws_secretsmanager|split|replace|lower|upper|strftime|packer_version)\b\s*([^}]*?)-?\}\}/g;

/** A string of a legacy template: `{{user `name`}}` becomes a reference, other functions become calls. */
export function legacyString(text: string, range: SourceRange): Expression {
  const parts: Expression[] = [];
  let at = 0;
  for (const match of text.matchAll(call)) {
    if (match.index > at) parts.push({ kind: 'literal', value: text.slice(at, match.index), range });
    parts.push(callOf(match[1] ?? '', match[2] ?? '', range));
    at = match.index + match[0].length;
  }
  if (parts.length === 0) return { kind: 'literal', value: text, range };
  if (at < text.length) parts.push({ kind: 'literal', value: text.slice(at), range });
  return { kind: 'template', parts, range };
}

function callOf(name: string, written: string, range: SourceRange): Expression {
  const args = [...written.matchAll(/`([^`]*)`|"([^"]*)"/g)].map(([, raw, quoted]) => raw ?? quoted ?? '');
  const [first = ''] = args;
  // A pipe hands the value on to another function: only Packer knows the result.
  const piped = written.includes('|');
  if (name === 'user' && !piped) return attributeOf('var', first, range);
  if (name === 'template_dir' && !piped) return attributeOf('path', 'root', range);
  if (name === 'pwd' && !piped) return attributeOf('path', 'cwd', range);
  const literals = args.map((value) => ({ kind: 'literal' as const, value, range }));
  return { kind: 'call', name: piped ? `${name} |` : name, args: literals, expands: false, range };
}

function attributeOf(root: string, name: string, range: SourceRange): Expression {
  return { kind: 'attribute', target: { kind: 'name', name: root, range }, name, range };
}
