/** One example of a rule's readme: code, and the files that belong to it. */
export interface ReadmeExample {
  readonly line: number;
  readonly file: string | undefined;
  readonly language: string;
  readonly code: string;
  readonly files: Readonly<Record<string, string>>;
}

const fence = /^```(\w*)(?:\s+file=(\S+))?\s*\n([\s\S]*?)^```/gm;

/** The headings of the second level, in their order. */
export function headingsOf(readme: string): readonly string[] {
  const text = readme.replaceAll(/^```[\s\S]*?^```/gm, '');
  return [...text.matchAll(/^#{1,2} (.+)$/gm)].map(([, heading]) => String(heading).trim());
}

/** The text between a heading and the next one of its level. */
export function sectionOf(readme: string, heading: string): string {
  const [, after = ''] = readme.split(new RegExp(`^## ${heading}\\s*$`, 'm'));
  return after.split(/^## /m)[0] ?? '';
}

/** The code of a section: a block that names a file goes with the example before it, where there is one. */
export function examplesIn(readme: string, heading: string): readonly ReadmeExample[] {
  const section = sectionOf(readme, heading);
  const offset = readme.indexOf(section);
  const examples: ReadmeExample[] = [];
  for (const match of section.matchAll(fence)) {
    const [, language = '', file, code = ''] = match;
    const last = examples.at(-1);
    if (file !== undefined && last) {
      examples[examples.length - 1] = { ...last, files: { ...last.files, [file]: code } };
    } else if (['hcl', 'json'].includes(language)) {
      const line = readme.slice(0, offset + match.index).split('\n').length;
      examples.push({ line, file, language, code, files: {} });
    }
  }
  return examples;
}
