/** What Puppet says about a manifest that it cannot read. */
export interface ManifestError {
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

const placed =
  /^Error: (?<message>.*?) \(file: (?<file>.+?), line: (?<line>\d+)(?:, column: (?<column>\d+))?\)/;

/** Reads every error that `puppet parser validate` printed; lines that only repeat how to use it are left out. */
export function readManifestErrors(output: string): readonly ManifestError[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith('Error: ') && !line.startsWith('Error: Try '))
    .map(readLine);
}

function readLine(text: string): ManifestError {
  const found = placed.exec(text)?.groups;
  if (!found?.file) return { message: withoutPrefix(text.slice('Error: '.length)) };
  return {
    message: withoutPrefix(found.message ?? ''),
    file: found.file,
    line: Number(found.line),
    ...(found.column && { column: Number(found.column) }),
  };
}

function withoutPrefix(message: string): string {
  return message.replace(/^Could not parse for environment \S+: /, '');
}
