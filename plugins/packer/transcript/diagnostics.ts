/** One problem as Packer states it, with its place in a template when it names one. */
export interface PackerDiagnostic {
  readonly level: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  /** As Packer wrote it: relative to where it ran, or absolute. */
  readonly file: string | undefined;
  readonly line: number | undefined;
}

const heading = /^(Error|Warning): (.*)$/;
const place = /^ {2}on (.+?) line (\d+)(?:,.*)?:?\s*(?:in .*)?$/;
const sourceLine = /^ {2,}\d+: |^\s+\(source code not available\)|^ {4}│|^ {4}\|/;

/** The problems in the text of `packer validate` (or of a build that could not start). */
export function parseDiagnostics(text: string): readonly PackerDiagnostic[] {
  const found: PackerDiagnostic[] = [];
  let lines: string[] = [];
  const flush = () => {
    const diagnostic = toDiagnostic(lines);
    if (diagnostic) found.push(diagnostic);
    lines = [];
  };
  for (const line of text.split('\n')) {
    if (heading.test(line)) flush();
    lines.push(line);
  }
  flush();
  return found;
}

function toDiagnostic(lines: readonly string[]): PackerDiagnostic | undefined {
  const [, level, summary = ''] = heading.exec(lines[0] ?? '') ?? [];
  if (!level) return undefined;
  const body = lines.slice(1);
  const [, file, line] = body.map((each) => place.exec(each)).find((match) => match !== null) ?? [];
  const detail = body.filter((each) => !place.test(each) && !sourceLine.test(each)).join('\n');
  return {
    level: level === 'Error' ? 'error' : 'warning',
    summary: summary.trim(),
    detail: detail.replaceAll(/\n{2,}/g, '\n').trim(),
    file,
    line: line === undefined ? undefined : Number(line),
  };
}
