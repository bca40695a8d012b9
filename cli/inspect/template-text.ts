import type { Style } from '../style.ts';
import { textTable } from '../text-table.ts';
import type { TemplateDocument } from './template-document.ts';

/** A template as people read it. */
export function templateText(template: TemplateDocument, style: Style, width: number): string {
  const blocks = [
    `${style.bold(`Template ${template.path}`)}\n${template.files.map(({ path }) => `  ${path}`).join('\n')}`,
    table(
      'Targets',
      template.targets.map(({ id, platform, os }) => [id, platform, os]),
      style,
      width,
    ),
    table(
      'Variables',
      template.variables.map((variable) => variableRow(variable, style)),
      style,
      width,
    ),
    table(
      'Sources',
      template.sources.map((source) => [source]),
      style,
      width,
    ),
    table('Requires', requirements(template), style, width),
    table(
      'Errors',
      template.errors.map((error) => errorRow(error, style)),
      style,
      width,
    ),
  ];
  return blocks.filter(Boolean).join('\n\n');
}

function table(title: string, rows: readonly (readonly string[])[], style: Style, width: number): string {
  if (rows.length === 0) return '';
  const lines = textTable(rows, width - 2).split('\n');
  return `${style.bold(title)}\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

function variableRow({ name, type, state, value }: TemplateDocument['variables'][number], style: Style) {
  const shown = { known: JSON.stringify(value), sensitive: '(sensitive)', unknown: '(no value here)' }[state];
  return [name, state === 'known' ? shown : style.dim(shown), style.dim(type ?? '')];
}

function requirements({ required_version, required_plugins }: TemplateDocument): readonly string[][] {
  const plugins = required_plugins.map(({ name, source, version }) => [name, source ?? '', version ?? '']);
  return required_version === null ? plugins : [['packer', '', required_version], ...plugins];
}

function errorRow({ message, range }: TemplateDocument['errors'][number], style: Style): readonly string[] {
  const place = `${range.file}:${range.start.line}:${range.start.column}`;
  return [style.red(place), message];
}
