import type { Attribute, Body, Template } from '../../language/index.ts';
import { attributeOf, evaluate, scopeOf } from '../../language/index.ts';
import type { NamedFiles } from '../engine/named-files.ts';
import type { ComponentView, Script, TargetView } from '../views.ts';
import { fileLines } from './file-lines.ts';
import { guessShell } from './guess-shell.ts';
import { linesOf } from './lines-of.ts';

export interface ScriptSearch {
  readonly template: Template;
  readonly files: NamedFiles;
  readonly owner: ComponentView | TargetView;
}

/** Commands in this attribute are keys that are typed into a console, not commands of a shell. */
const typed = new Set(['boot_command']);
const isCommand = (name: string) => (name === 'command' || name.endsWith('_command')) && !typed.has(name);

/** Everything that a component or source runs in a shell, as far as the template tells. */
export function scriptsOf(search: ScriptSearch): readonly Script[] {
  const { owner } = search;
  const body = 'component' in owner ? owner.component.body : owner.body;
  const attributes = [...body.attributes, ...overrides(search.template, body)];
  return attributes.flatMap((attribute): readonly Script[] => {
    const { name } = attribute;
    if (name === 'inline') return inlineScript(search, body, attribute);
    if (name === 'script' || name === 'scripts') return scriptFiles(search, body, attribute);
    return isCommand(name) ? commandScript(search, body, attribute) : [];
  });
}

/** What a provisioner does otherwise for single sources: `override = { name = { inline = [ … ] } }`. */
function overrides(template: Template, body: Body): readonly Attribute[] {
  const expression = attributeOf(body, 'override')?.expression;
  if (expression?.kind !== 'object') return [];
  return expression.entries
    .flatMap(({ value }) => (value.kind === 'object' ? value.entries : []))
    .flatMap(({ key, value: inner }): readonly Attribute[] => {
      if (key.kind !== 'literal') return [];
      const { range } = inner;
      const value = evaluate(inner, scopeOf(template));
      return [{ name: String(key.value), value, expression: inner, text: '', range, valueRange: range }];
    });
}

function inlineScript(search: ScriptSearch, body: Body, attribute: Attribute): readonly Script[] {
  const lines = linesOf(search.template, attribute.expression);
  if (lines.length === 0) return [];
  const shebang = textOf(body, 'inline_shebang') ?? shebangOf(lines[0]?.text);
  const shell = guessShell({ type: typeOf(search.owner), shebang, command: textOf(body, 'execute_command') });
  return [{ origin: 'inline', shell, lines, shebang, attribute: attribute.name, owner: search.owner }];
}

function commandScript(search: ScriptSearch, body: Body, attribute: Attribute): readonly Script[] {
  const lines = linesOf(search.template, attribute.expression);
  if (lines.length === 0) return [];
  const command = lines.map(({ text }) => text).join('\n');
  const shell = guessShell({
    type: typeOf(search.owner),
    command: attribute.name === 'command' ? textOf(body, 'execute_command') : command,
  });
  return [
    { origin: 'command', shell, lines, shebang: undefined, attribute: attribute.name, owner: search.owner },
  ];
}

function scriptFiles(search: ScriptSearch, body: Body, attribute: Attribute): readonly Script[] {
  const { template, files, owner } = search;
  return pathsIn(template, attribute).flatMap((path): readonly Script[] => {
    const file = files.read(path, template.cwd);
    if (!file) return [];
    const lines = fileLines(file);
    const shebang = shebangOf(lines[0]?.text);
    const shell = guessShell({
      type: typeOf(owner),
      shebang,
      path,
      command: textOf(body, 'execute_command'),
    });
    return [{ origin: 'file', shell, lines, shebang, attribute: attribute.name, owner }];
  });
}

/** The paths that are known: of a list, each item for itself. */
function pathsIn(template: Template, { expression, value }: Attribute): readonly string[] {
  const values =
    value.state === 'unknown' && expression.kind === 'list'
      ? expression.items.map((item) => evaluate(item, scopeOf(template)))
      : [value];
  const found = values.flatMap((one) => (one.state === 'unknown' ? [] : [one.value])).flat();
  return found.filter((path) => typeof path === 'string' && path !== '') as readonly string[];
}

function textOf(body: Body, name: string): string | undefined {
  const value = attributeOf(body, name)?.value;
  if (!value || value.state === 'unknown') return undefined;
  return Array.isArray(value.value) ? value.value.join(' ') : String(value.value);
}

function shebangOf(line: string | undefined): string | undefined {
  return line?.startsWith('#!') ? line.slice(2).trim() : undefined;
}

function typeOf(owner: ScriptSearch['owner']): string {
  return 'component' in owner ? owner.component.type : owner.type;
}
