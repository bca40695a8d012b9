/** One line of Packer's machine-readable output: `timestamp,target,type,data…`. */
export interface PackerRecord {
  /** Milliseconds since the epoch; Packer itself counts in whole seconds. */
  readonly at: number;
  /** Build name, empty for records about the whole run. */
  readonly target: string;
  readonly type: string;
  /** Commas are restored; line ends still stand as the two characters `\n`. */
  readonly data: readonly string[];
}

const shape = /^(\d{9,11}),([^,]*),([a-z][a-z-]*)(?:,(.*))?$/s;

/** Reads one machine-readable line, or answers undefined for anything else Packer prints. */
export function parseRecord(line: string): PackerRecord | undefined {
  const parts = shape.exec(line);
  if (!parts) return undefined;
  const [, seconds = '0', target = '', type = '', rest] = parts;
  const data = rest === undefined ? [] : rest.split(',').map(restoreCommas);
  return { at: Number(seconds) * 1000, target: restoreCommas(target), type, data };
}

/** The text of a record's field with its line ends restored. */
export function plainText(field: string | undefined): string {
  return (field ?? '').replaceAll('\\r', '').replaceAll('\\n', '\n').trimEnd();
}

function restoreCommas(field: string): string {
  return field.replaceAll('%!(PACKER_COMMA)', ',');
}
