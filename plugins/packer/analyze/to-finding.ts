import { resolve } from 'node:path';
import type { FindingInput, Template, TemplateFile } from 'packer-hybrid';
import type { PackerDiagnostic } from '../transcript/index.ts';

/** A problem that Packer states, as a finding at the place that it names. */
export function toFinding(diagnostic: PackerDiagnostic, template: Template, cwd: string): FindingInput {
  const { summary, detail, file, line } = diagnostic;
  const found = file === undefined ? undefined : fileOf(template, resolve(cwd, file));
  const range = found && line !== undefined ? lineRange(found, line) : undefined;
  return {
    rule: 'packer/validate',
    family: 'packer',
    severity: severityOf(diagnostic),
    message: detail ? `${summary}: ${detail.replaceAll('\n', ' ')}` : summary,
    template: template.path,
    ...(range ? { range } : {}),
  };
}

/** A kept image in the output folder is no fault of the template: a run may pass over its target, and Packer refuses else. */
const aboutTheDisk = /output directory .*already exists/i;

function severityOf({ level, summary, detail }: PackerDiagnostic): FindingInput['severity'] {
  if (level !== 'error') return 'medium';
  return aboutTheDisk.test(`${summary} ${detail ?? ''}`) ? 'high' : 'critical';
}

/** The template's file of that path. */
export function fileOf(template: Template, path: string): TemplateFile | undefined {
  return template.files.find((file) => file.absolutePath === path);
}

/** A whole line of a file; undefined when the file is shorter. */
export function lineRange({ path, text }: TemplateFile, line: number): FindingInput['range'] {
  const lines = text.split('\n');
  const content = lines[line - 1]?.replace(/\r$/, '');
  if (content === undefined || line < 1) return undefined;
  const offset = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return {
    file: path,
    start: { line, column: 1, offset },
    end: { line, column: content.length + 1, offset: offset + content.length },
  };
}
