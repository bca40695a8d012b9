/** What Ansible says about a playbook that it cannot use. */
export interface PlaybookError {
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

const places = [
  /The error appears to be in '(?<file>[^']+)': line (?<line>\d+), column (?<column>\d+)/,
  /Origin: (?<file>\S[^\n]*?):(?<line>\d+):(?<column>\d+)/,
];
const noise =
  /We were unable to read either as JSON nor YAML, these are the errors we got from each:\s+JSON: [^\n]*\n/;

/** Reads the first error that `ansible-playbook` printed, in the wording of releases before and after 2.19. */
export function readPlaybookError(output: string): PlaybookError | undefined {
  const start = output.search(/^(ERROR! |\[ERROR\]: )/m);
  if (start < 0) return undefined;
  const text = output.slice(start).replace(/^(ERROR! |\[ERROR\]: )/, '');
  const [message = ''] = text.replace(noise, '').split(/\n\s*\n?(?:The error appears|The offending|Origin:)/);
  const place = places.map((pattern) => pattern.exec(text)?.groups).find(Boolean);
  const sentence = message.replace(/\s+/g, ' ').trim();
  if (!place?.file) return { message: sentence };
  return { message: sentence, file: place.file, line: Number(place.line), column: Number(place.column) };
}
