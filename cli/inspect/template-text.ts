import type { Local, Template, Variable } from '../../core/language/index.ts';
import type { Target } from '../../core/schema/index.ts';
import type { Style } from '../style.ts';
import { textTable } from '../text-table.ts';
import { errorText } from './error-text.ts';
import { type ShownValue, type ShowPath, shownValue } from './template-document.ts';

export interface TemplateTextOptions {
  readonly targets: readonly Target[];
  readonly style: Style;
  readonly width: number;
  readonly showPath: ShowPath;
}

type Rows = readonly (readonly string[])[];

/** A template as people read it: what is in it, and what is wrong with it, with the line itself. */
export function templateText(template: Template, options: TemplateTextOptions): string {
  const { style, targets, width, showPath } = options;
  const table = (title: string, rows: Rows) => titled(title, rows, { style, width });
  const own = targets.filter((target) => target.template === template.path);
  const blocks = [
    `${style.bold(`Template ${template.path}`)}\n${template.files.map(({ path }) => `  ${showPath(path)}`).join('\n')}`,
    table(
      'Targets',
      own.map(({ id, platform, os }) => [id, platform, os]),
    ),
    table(
      'Variables',
      template.variables.map((variable) => variableRow(variable, style)),
    ),
    table(
      'Locals',
      template.locals.map((local) => localRow(local, style)),
    ),
    table(
      'Sources',
      template.sources.map(({ type, name }) => [`${type}.${name}`]),
    ),
    table('Requires', requirements(template)),
    errorText(template, { style, showPath }),
  ];
  return blocks.filter(Boolean).join('\n\n');
}

function titled(
  title: string,
  rows: Rows,
  { style, width }: { readonly style: Style; readonly width: number },
): string {
  if (rows.length === 0) return '';
  const lines = textTable(rows, width - 2).split('\n');
  return `${style.bold(title)}\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

function variableRow({ name, type, sensitive, value }: Variable, style: Style): readonly string[] {
  return [name, valueText(shownValue(value, { sensitive }), style), style.dim(type ?? '')];
}

function localRow({ name, sensitive, value, failed }: Local, style: Style): readonly string[] {
  return [name, valueText(shownValue(value, { sensitive, failed }), style)];
}

const words: Readonly<Record<ShownValue['state'], string>> = {
  known: '',
  sensitive: '(sensitive)',
  unknown: '(no value here)',
  error: '(error)',
};

function valueText({ state, value }: ShownValue, style: Style): string {
  if (state === 'known') return JSON.stringify(value);
  return state === 'error' ? style.red(words[state]) : style.dim(words[state]);
}

function requirements({ requirements: { version, plugins } }: Template): Rows {
  const rows = plugins.map(({ name, source, version: wanted }) => [name, source ?? '', wanted ?? '']);
  return version === undefined ? rows : [['packer', '', version], ...rows];
}
