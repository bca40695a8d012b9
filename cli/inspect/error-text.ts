import type { Template, TemplateError } from '../../core/language/index.ts';
import type { SourceRange } from '../../core/schema/index.ts';
import { excerpt } from '../reporters/findings/pretty/excerpt.ts';
import type { Style } from '../style.ts';
import type { ShowPath } from './template-document.ts';

interface ErrorTextOptions {
  readonly style: Style;
  readonly showPath: ShowPath;
}

/** What is wrong, each error with its place and the line itself; empty when nothing is. */
export function errorText(template: Template, options: ErrorTextOptions): string {
  if (template.errors.length === 0) return '';
  const errors = template.errors.map((error) => oneError(error, template, options));
  return `${options.style.bold('Errors')}\n${errors.join('\n\n')}`;
}

function oneError(
  { kind, message, range, example }: TemplateError,
  template: Template,
  { style, showPath }: ErrorTextOptions,
): string {
  const { line, column } = range.start;
  const lines = [
    `${style.red(`${showPath(range.file)}:${line}:${column}`)} ${style.dim(kind)}`,
    message,
    ...excerptOf(range, template, style),
    ...(example === undefined ? [] : [`${style.cyan(style.signs.next)} ${style.green(example)}`]),
  ];
  return lines.map((one) => `  ${one}`).join('\n');
}

/** Lines in which something sensitive is declared are not shown. */
function excerptOf(range: SourceRange, template: Template, style: Style): readonly string[] {
  const text = template.files.find(({ path }) => path === range.file)?.text;
  const line = text?.split(/\r?\n/)[range.start.line - 1];
  const declared = [...template.variables, ...template.locals].filter(({ sensitive }) => sensitive);
  const isSecret = declared.some(
    ({ range: { file, start, end } }) =>
      file === range.file && start.line <= range.start.line && range.start.line <= end.line,
  );
  return line === undefined || line.trim() === '' || isSecret ? [] : excerpt(line, range, style);
}
