// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Text from a file without what would steer the terminal; tabs become two spaces. */
export function printable(text: string): string {
  return text.replaceAll('\t', '  ').replaceAll(controls, '·');
}
