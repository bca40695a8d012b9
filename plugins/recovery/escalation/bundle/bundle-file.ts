import { createMasker } from '../mask/create-masker.ts';
import { maskData } from '../mask/mask-data.ts';

const LINE_LIMIT = 4_000;

/** A file of a bundle, masked, with what its entry in the manifest says. */
export interface BundleFile {
  readonly name: string;
  readonly text: string;
  /** Size of the original, where the file is the end of one. */
  readonly bytes_of_original: number | null;
  readonly is_cut: boolean;
  readonly masked: Readonly<Record<string, number>>;
}

interface Redactor {
  redact(text: string): string;
}

/** Log text, masked line by line; lines that are too long to be meant for people are cut. */
export function logFile(
  name: string,
  { text, bytes, isCut }: { readonly text: string; readonly bytes: number; readonly isCut: boolean },
  secrets: Redactor,
): BundleFile {
  const masker = createMasker(secrets);
  const lines = text.split('\n');
  const hasLong = lines.some(({ length }) => length > LINE_LIMIT);
  // Masked before it is cut: half a secret is not recognised.
  const whole = hasLong ? lines.map((line) => cutLine(secrets.redact(line))).join('\n') : text;
  const masked = masker.text(whole);
  return { name, text: masked, bytes_of_original: bytes, is_cut: isCut || hasLong, masked: masker.found() };
}

/** Data as JSON, masked by value and by name. */
export function dataFile(name: string, data: unknown, secrets: Redactor): BundleFile {
  const masker = createMasker(secrets);
  const text = `${JSON.stringify(maskData(data, masker), null, 2)}\n`;
  return { name, text, bytes_of_original: null, is_cut: false, masked: masker.found() };
}

/** Data line by line, as events are kept. */
export function linesFile(name: string, items: readonly unknown[], secrets: Redactor): BundleFile {
  const masker = createMasker(secrets);
  const text = items.map((item) => `${JSON.stringify(maskData(item, masker))}\n`).join('');
  return { name, text, bytes_of_original: null, is_cut: false, masked: masker.found() };
}

function cutLine(line: string): string {
  if (line.length <= LINE_LIMIT) return line;
  return `${line.slice(0, LINE_LIMIT)} … ${line.length - LINE_LIMIT} characters left out`;
}
